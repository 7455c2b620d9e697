// What Schemathesis is told, as its schemathesis.toml: everything is checked, but for what a sentence here says.
import { join } from 'node:path'
import type { RealValues } from './real-values.ts'

const ACTORS: Record<string, string> = {
  standards: 'id=fuzz; agency=CDE; role=administrator',
  credentials: 'id=fuzz; agency=CTC; role=administrator',
  'course-codes': 'id=fuzz; agency=CALPADS; role=administrator',
}

/** Four of five parameters take one of the values that exist; the others stay made up. */
export function settings(service: string, values: RealValues): string {
  const quote = JSON.stringify
  const sets = values.flatMap(({ paths, parameters }) =>
    Object.entries(parameters).map(([place, from]) => ({ paths, place, from })),
  )
  const named = sets.map((set, index) => ({ ...set, name: `set-${index}` }))
  const bind = ({ place, name }: { place: string; name: string }) =>
    `${quote(place)} = { dictionary = ${quote(name)}, probability = 0.8 }`
  return `
hooks = ${quote(join(import.meta.dirname, 'hooks.py'))}
continue-on-failure = true
request-timeout = 30
headers = { X-CTE-Actor = ${quote(ACTORS[service])} }

[cache]
enabled = false

[generation]
database = "none"
# A text with NUL is refused wherever it stands, and OpenAPI would need a pattern on every text to say so.
allow-x00 = false

[checks]
# The state may forbid what the schema allows: no such thing, changed meanwhile, no If-Match, rows that do not fit together.
positive_data_acceptance = { expected-statuses = ["2xx", "401", "403", "404", "409", "412", "422", "428"] }
# What the schema forbids may meet another refusal first: no such thing, not this version, too long an address.
negative_data_rejection = { expected-statuses = ["400", "401", "403", "404", "405", "409", "412", "413", "415", "422", "428", "431"] }

${named.map(({ name, from }) => `[dictionaries.${quote(name)}]\nvalues = ${quote(from)}\n`).join('\n')}
${values
  .map(({ paths }) => {
    const bound = named.filter(set => set.paths === paths).map(bind)
    return `[[operations]]\ninclude-path-regex = ${quote(paths)}\n\n[operations.parameters]\n${bound.join('\n')}\n`
  })
  .join('\n')}
`
}
