type Provided = 'CTE_MONGOD' | 'CTE_NATS_SERVER' | 'MONGODB_URI' | 'CTE_TEST_FOLDER'
type ForFuzz = 'CTE_PYTHON' | 'CTE_SCHEMATHESIS' | 'CTE_FUZZ_LOGS'

/** What `npm test` and `npm run fuzz` provide. A test run by tap alone has no servers, and should say so rather than time out. */
export function requiredEnv(name: Provided | ForFuzz): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: this needs servers. Run it with: npm test <file>, or npm run fuzz`)
  return value
}
