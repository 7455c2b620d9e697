import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Beside every text of the build its .br and .gz, as small as they get: the gateway sends what the browser takes, and compresses nothing. */
export const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const texts = Object.keys(bundle).filter(name => /\.(?:js|css|html|svg|json)$/.test(name))
    // Below a packet's size there is nothing to gain.
    const files = texts.map(name => join(dir, name)).filter(file => statSync(file).size > 1400)
    await Promise.all(
      files.flatMap(file => [write(file, '.br', brotli()), write(file, '.gz', createGzip({ level: 9 }))]),
    )
  },
})

const brotli = () =>
  createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })

const write = (file: string, end: string, packed: NodeJS.ReadWriteStream) =>
  pipeline(createReadStream(file), packed, createWriteStream(file + end))
