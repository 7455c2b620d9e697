import type { Service } from '@cte-align/service'
import type { CatalogueModels } from './catalogue.ts'
import { createCodeChangeStore } from './code-sets/code-changes.ts'
import { createEditionStore } from './code-sets/editions.ts'
import type { CourseCodeStore } from './course-codes.ts'
import { createCodePlanStore } from './plans/code-plans.ts'
import { createPlanPublisher, type PublishParts } from './plans/publish-plan.ts'
import { suggestEntries } from './plans/suggest-entries.ts'
import { codeChangeRoutes } from './routes/code-changes.ts'
import { codePlanEntryRoutes } from './routes/code-plan-entries.ts'
import { codePlanStepRoutes } from './routes/code-plan-steps.ts'
import { codePlanRoutes } from './routes/code-plans.ts'
import { codeSetEditionRoutes } from './routes/code-set-editions.ts'
import { codeSetImportRoutes } from './routes/code-set-imports.ts'
import { codeSetRoutes } from './routes/code-sets.ts'

/** Editions of the code set, what became of codes, and the plans that make both. */
export function createCodeSets(given: Omit<PublishParts, 'plans' | 'editions'>) {
  const editions = createEditionStore(given.models)
  const plans = createCodePlanStore(given)
  return {
    editions,
    plans,
    codeChanges: createCodeChangeStore(given.models),
    publisher: createPlanPublisher({ ...given, editions, plans }),
    suggest: (about: Parameters<typeof suggestEntries>[1], correlationId: string) =>
      suggestEntries(given, about, correlationId),
  }
}

export function codeRoutes(
  app: Service,
  parts: ReturnType<typeof createCodeSets> & {
    models: CatalogueModels
    courseCodes: CourseCodeStore
    now: () => Date
  },
): void {
  codeSetRoutes(app, parts)
  codeSetEditionRoutes(app, parts.editions)
  codeChangeRoutes(app, parts)
  codeSetImportRoutes(app, parts)
  codePlanRoutes(app, parts)
  codePlanEntryRoutes(app, parts)
  codePlanStepRoutes(app, parts)
}
