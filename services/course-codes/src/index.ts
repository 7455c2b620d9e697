export { type AppOptions, buildCourseCodes } from './app.ts'
