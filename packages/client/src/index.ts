export * from './answers.ts'
export * from './create-clients.ts'
export type { FlagRooms } from './flag-rooms.ts'
export * from './problem.ts'
