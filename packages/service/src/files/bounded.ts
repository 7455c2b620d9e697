import { type Readable, Transform } from 'node:stream'

/**
 * A stream of at most `mostBytes`; more ends it with `tooLarge()`, a source that breaks off with `brokenOff()`. Once its reader has
 * given it up, the rest of the source is thrown away as it comes: whoever still sends a request that is refused already would
 * otherwise wait for somebody to read it, and never see the answer.
 */
export function bounded(
  source: Readable,
  { mostBytes, tooLarge, brokenOff }: { mostBytes: number; tooLarge: () => Error; brokenOff: () => Error },
): Readable {
  let bytes = 0
  const out = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length
      if (bytes > mostBytes) done(tooLarge())
      else done(null, piece)
    },
  })
  // What a pipe does not pass on: that the sender has gone away.
  const breakOff = () => {
    if (!source.readableEnded && !out.destroyed) out.destroy(brokenOff())
  }
  source.once('close', breakOff).on('error', breakOff)
  out.once('close', () => {
    source.unpipe(out).off('close', breakOff).resume()
  })
  return source.pipe(out)
}
