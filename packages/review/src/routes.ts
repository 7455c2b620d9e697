import type { Service } from '@cte-align/service'

export function reviewRoutes(_app: Service, _options: unknown): void {}
