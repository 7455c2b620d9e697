import { problemOf } from '@cte-align/client'

export interface Streamed {
  blob: Blob
  /** Lines after the heading. */
  lines: number
  /** The file could not be read to its end: the last line says so (docs/holder-check.md). */
  broken: boolean
}

/** Reads an answer line by line as it comes; `onLines` is told how many there are so far. */
export async function readLines(response: Response, onLines: (lines: number) => void): Promise<Streamed> {
  if (!response.ok) throw problemOf(response, await response.json().catch(() => undefined))
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let breaks = 0
  let tail = ''
  const decoder = new TextDecoder()
  for (const reader = response.body!.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    for (const byte of value) if (byte === 10) breaks++
    tail = (tail + decoder.decode(value, { stream: true })).slice(-2000)
    onLines(Math.max(0, breaks - 1))
  }
  return {
    blob: new Blob(chunks, { type: 'text/csv' }),
    lines: Math.max(0, breaks - 1),
    broken: endsBroken(tail),
  }
}

/** Whether the last line says that the file could not be read further. */
export const endsBroken = (text: string): boolean => /^0,[^\n]*\berror\b/.test(text.trimEnd().split('\n').at(-1) ?? '')
