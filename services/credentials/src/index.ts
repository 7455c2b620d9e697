export { type AppOptions, buildCredentials } from './app.ts'
