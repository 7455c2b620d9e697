import type { Bus, Tail } from '@cte-align/bus'
import type { Log } from '@cte-align/service'
import type { EventLog } from './event-log.ts'
import { toLoggedEvent } from './logged-event.ts'

/** Keeps the log as the stream is. Resolves when all that was there has been read. */
export async function followStream(options: { bus: Bus; events: EventLog; most: number; log: Log }): Promise<Tail> {
  const { bus, events, most, log } = options
  let begun = false
  const tail = await bus.tail({
    newest: most,
    handle(message) {
      if (!begun) events.beginAfter(message.sequence - 1)
      begun = true
      try {
        events.add(toLoggedEvent(message))
      } catch (error) {
        log.warn(
          { err: error, position: message.sequence },
          'What is on the stream there is no event; the log goes on after it',
        )
        events.pass(message.sequence)
      }
    },
    onAnew() {
      log.warn({}, 'The stream was made anew; the log begins again')
      events.clear()
    },
  })
  await tail.caughtUp
  return tail
}
