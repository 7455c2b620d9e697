/** What the memory buses of one test share: the stream, its consumers, and who answers what. */
export interface Stored {
  sequence: number
  subject: string
  raw: Uint8Array
}

/** How badly the broker treats its consumers: each a probability, per message or per batch. */
export interface Faults {
  /** A message comes twice, at once or late, even though it was acknowledged. */
  duplicate: number
  /** A batch comes shuffled, or its tail after what follows it. */
  reorder: number
  /** A message is lost on its way and comes when its time to be acknowledged has run out. */
  drop: number
}

export interface Durable {
  subjects: string[]
  /** Index of the next message never delivered. */
  next: number
  /** Messages to be delivered again, now. */
  again: Stored[]
  open: Map<number, NodeJS.Timeout>
  acked: Set<number>
  attempts: Map<number, number>
  wake: Set<() => void>
}

const MOST_DROPS = 4

export function createBroker(options: { random: () => number; ackWaitMs: number; faults: Partial<Faults> }) {
  const { random, ackWaitMs } = options
  const faults: Faults = { duplicate: 0, reorder: 0, drop: 0, ...options.faults }
  const timers = new Set<NodeJS.Timeout>()
  const durables = new Map<string, Durable>()
  const watchers = new Set<() => void>()
  let messages: Stored[] = []
  let ids = new Set<string>()
  let generation = 1

  function durable(name: string, subjects: string[]): Durable {
    const known = durables.get(name)
    if (known !== undefined) {
      known.subjects = subjects
      return known
    }
    const made = {
      subjects,
      next: 0,
      again: [],
      open: new Map(),
      acked: new Set<number>(),
      attempts: new Map(),
      wake: new Set<() => void>(),
    }
    durables.set(name, made)
    return made
  }

  function store(subject: string, raw: Uint8Array, id?: string): { duplicate: boolean } {
    if (id !== undefined && ids.has(id)) return { duplicate: true }
    if (id !== undefined) ids.add(id)
    messages.push({ sequence: messages.length + 1, subject, raw })
    wake()
    return { duplicate: false }
  }

  function wake(): void {
    for (const each of durables.values()) wakeAll(each)
    for (const watcher of watchers) watcher()
  }

  /** Up to `most` messages in stream order; each is redelivered unless it is answered in time. */
  function take(from: Durable, most: number): Stored[] {
    const taken: Stored[] = from.again.splice(0, most)
    while (taken.length < most && from.next < messages.length) {
      const message = messages[from.next++]!
      if (from.subjects.some(filter => matches(filter, message.subject))) taken.push(message)
    }
    taken.sort((a, b) => a.sequence - b.sequence)
    for (const message of taken) {
      from.attempts.set(message.sequence, (from.attempts.get(message.sequence) ?? 0) + 1)
      awaitAnswer(from, message)
    }
    return mistreat(from, taken)
  }

  function awaitAnswer(from: Durable, message: Stored): void {
    clearTimeout(from.open.get(message.sequence))
    from.open.set(
      message.sequence,
      later(ackWaitMs, () => redeliver(from, message)),
    )
  }

  function redeliver(from: Durable, message: Stored, evenAcked = false): void {
    clearTimeout(from.open.get(message.sequence))
    from.open.delete(message.sequence)
    if (from.acked.has(message.sequence) && !evenAcked) return
    from.again.push(message)
    wakeAll(from)
  }

  function mistreat(from: Durable, taken: Stored[]): Stored[] {
    const given: Stored[] = []
    for (const message of taken) {
      // A bus that loses one message for ever breaks its promise; this one lets it through at last.
      if (random() < faults.drop && (from.attempts.get(message.sequence) ?? 0) <= MOST_DROPS) {
        later(1 + random() * 5, () => redeliver(from, message))
        continue
      }
      given.push(message)
      if (random() < faults.duplicate) given.push(message)
      if (random() < faults.duplicate) later(random() * 10, () => redeliver(from, message, true))
    }
    if (random() >= faults.reorder) return given
    const kept = given.slice(0, Math.ceil(given.length * random()))
    for (const message of given.slice(kept.length)) later(random() * 5, () => redeliver(from, message))
    return shuffle(kept, random)
  }

  function later(ms: number, work: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, ms)
    timer.unref()
    timers.add(timer)
    return timer
  }

  return {
    faults,
    durable,
    store,
    take,
    ack(from: Durable, message: Stored): void {
      from.acked.add(message.sequence)
      clearTimeout(from.open.get(message.sequence))
      from.open.delete(message.sequence)
    },
    nak(from: Durable, message: Stored, delayMs: number): void {
      if (from.acked.has(message.sequence)) return
      clearTimeout(from.open.get(message.sequence))
      from.open.set(
        message.sequence,
        later(delayMs, () => redeliver(from, message)),
      )
    },
    working: awaitAnswer,
    wake,
    /** Called whenever there is, or may be, something new to read. */
    watchers,
    identity: () => `memory@${generation}`,
    messages: () => messages,
    /** As if the server's disk were gone: stream and consumers begin anew. */
    loseStream(): void {
      for (const timer of timers) clearTimeout(timer)
      messages = []
      ids = new Set()
      generation++
      for (const each of durables.values()) {
        each.next = 0
        each.again = []
        for (const map of [each.open, each.acked, each.attempts]) map.clear()
      }
      wake()
    },
    /** As if so much time had passed that the server no longer knows what it has seen. */
    forgetIds(): void {
      ids.clear()
    },
  }
}
export type Broker = ReturnType<typeof createBroker>

function wakeAll(durable: Durable): void {
  for (const wake of durable.wake) wake()
}

/** NATS subject filters: `*` is one token, `>` one or more at the end. */
export function matches(filter: string, subject: string): boolean {
  const wanted = filter.split('.')
  const given = subject.split('.')
  for (const [index, token] of wanted.entries()) {
    if (token === '>') return given.length > index
    if (given[index] === undefined || (token !== '*' && token !== given[index])) return false
  }
  return wanted.length === given.length
}

function shuffle<T>(values: T[], random: () => number): T[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[values[i], values[j]] = [values[j]!, values[i]!]
  }
  return values
}
