// What a person sees: one short line per step.

export const done = (what, how) => console.log(`✓ ${what}${how ? ` (${how})` : ''}`)
export const doing = what => console.log(`· ${what}`)
export const note = what => console.log(`  ${what}`)
export const fail = what => console.error(`✗ ${what.replaceAll('\n', '\n  ')}`)

/** Something a person can put right: its message says what is wrong and how to go on. Shown without a stack. */
export class Trouble extends Error {}

export const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`

export const lastLines = (text, count = 15) => text.trimEnd().split('\n').slice(-count).join('\n')
