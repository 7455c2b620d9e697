import type { Tail, TailOptions } from '../bus.ts'
import type { Broker } from './broker.ts'

/** See `Bus.tail`. Reads whenever the broker has news and the connection stands. */
export function tailMemory(broker: Broker, options: TailOptions, connected: () => boolean): Tail {
  const { newest, handle, onAnew } = options
  let identity = broker.identity()
  let read = Math.max(0, broker.messages().length - newest)

  function catchUp(): void {
    if (!connected()) return
    if (broker.identity() !== identity) {
      identity = broker.identity()
      read = 0
      onAnew()
    }
    for (let message = broker.messages()[read]; message !== undefined; message = broker.messages()[read]) {
      read++
      handle(message)
    }
  }

  broker.watchers.add(catchUp)
  catchUp()
  return {
    caughtUp: Promise.resolve(),
    async stop() {
      broker.watchers.delete(catchUp)
    },
  }
}
