/** An entry of the gateway's log (services/console/src/events/logged-event.ts). */
export interface LoggedEvent {
  /** Where it stands in the stream. */
  position: number
  id: string
  source: string
  type: string
  subject: string
  time: string
  sequence: string
  correlationid: string
  causationid: string | null
  actor: { id: string; agency: string; role: string } | null
  data: unknown
  /** Some of `data` was left out. */
  partial?: boolean
}
