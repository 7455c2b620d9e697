/** What `npm test` provides. A test run by tap alone has no servers, and should say so rather than time out. */
export function requiredEnv(name: 'CTE_MONGOD' | 'CTE_NATS_SERVER' | 'MONGODB_URI'): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: this test needs servers. Run it with: npm test <file>`)
  return value
}
