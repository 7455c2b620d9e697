import openapi, { astToString } from 'openapi-typescript'
import type { OpenApi } from './document.ts'
import { share } from './share.ts'
import { strip } from './strip.ts'

/** Lines that every path and every answer repeats, and that neither a reader nor the client needs. */
const REPEATED = [
  /^ *(?:get|put|post|delete|options|head|patch|trace)\?: never;\n/gm,
  /^ {8}parameters: \{\n(?: *\w+\?: never;\n){4} *\};\n/gm,
  /^ *headers: \{\n *\[name: string\]: unknown;\n *\};\n/gm,
  /^ *\/\*\* @(?:enum \{\w+\}|description Default Response) \*\/\n/gm,
  /^ *\* @enum \{\w+\}\n/gm,
]

/** The TypeScript types of one service's OpenAPI document. The same document gives the same text. */
export async function typesOf(document: OpenApi): Promise<string> {
  // As text, so that the generator's own idea of a document need not be ours.
  const source = JSON.stringify(share(strip(document)))
  const printed = astToString(await openapi(source, { defaultNonNullable: false, silent: true }))
  const types = REPEATED.reduce((text, line) => text.replaceAll(line, ''), printed)
  return `// Made from the OpenAPI document "${document.info.title}" by \`npm run client\`. Not to be edited.\n\n${types}`
}
