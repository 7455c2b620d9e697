export * from './answers.ts'
export * from './create-clients.ts'
export * from './problem.ts'
