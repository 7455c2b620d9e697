// For the tests, which are TypeScript: the part of settings.mjs that they compare with.
export const services: { name: string; port: number; database: string }[]
export const consolePort: number
export const versions: { node: string; pnpm: string; natsServer: string }
