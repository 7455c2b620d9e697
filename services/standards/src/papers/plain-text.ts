/** Marks that turn the direction of what follows them, or hide in it: nobody needs them to read a title, and they can make one text look like another. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu
const BREAKS = /[\t\n\v\f\r \u0085\u00a0\u2028\u2029]+/gu

/** Anybody's text as one line that shows all that is in it, in the order in which it stands. */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(INVISIBLE, '').replace(CONTROL, '\ufffd').replace(BREAKS, ' ').trim()

/** Anybody's text as the paragraphs it was written in. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n|\u2028|\u2029/u)
    .map(oneLine)
    .filter(line => line !== '')
