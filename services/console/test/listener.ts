import { setTimeout as sleep } from 'node:timers/promises'

export interface Heard {
  event: string
  id: string
  data: { position: number; after?: number; [name: string]: unknown }
}

/** A reader of the event stream as a browser is one, with its hands on everything. */
export async function listen(url: string, { headers = {} }: { headers?: Record<string, string> } = {}) {
  const leaving = new AbortController()
  const answer = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: leaving.signal })
  const heard: Heard[] = []
  let comments = 0
  let ended = false
  const refusal = answer.ok ? undefined : ((await answer.json()) as { code: string; detail: string })
  const reading = answer.ok ? read() : Promise.resolve()

  async function read(): Promise<void> {
    let rest = ''
    try {
      for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + piece).split('\n\n')
        rest = blocks.pop()!
        for (const block of blocks) take(block)
      }
    } catch {
      // It was cut off, by us or by the gateway: `ended` tells.
    } finally {
      ended = true
    }
  }

  function take(block: string): void {
    if (block.startsWith(':')) {
      comments++
      return
    }
    const fields = Object.fromEntries(block.split('\n').map(line => line.split(/: (.*)/s).slice(0, 2)))
    heard.push({ event: fields.event, id: fields.id, data: JSON.parse(fields.data) })
  }

  return {
    answer,
    refusal,
    heard,
    cte: () => heard.filter(each => each.event === 'cte').map(each => each.data.position),
    lastId: () => heard.at(-1)?.id,
    comments: () => comments,
    ended: () => ended,
    async leave() {
      leaving.abort()
      await reading
    },
  }
}
export type Listener = Awaited<ReturnType<typeof listen>>

/** Waits until something is so. */
export async function until(condition: () => boolean, ms = 15_000): Promise<void> {
  const end = Date.now() + ms
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Not so after ${ms} ms: ${condition}`)
    await sleep(5)
  }
}
