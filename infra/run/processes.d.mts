// For the tests, which are TypeScript: the part of processes.mjs that they share.
export interface Identity {
  pid: number
  command?: string
}
export function identify(pid: number): Identity
export function isRunning(identity: Identity): boolean
