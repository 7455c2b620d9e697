/** As much of a logger as the bus needs; pino's fits. */
export interface BusLog {
  info(about: object, message: string): void
  warn(about: object, message: string): void
  error(about: object, message: string): void
}

export const silent: BusLog = { info() {}, warn() {}, error() {} }
