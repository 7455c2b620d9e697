import type { ReactNode } from 'react'
import { WordDifference } from '../../parts/WordDiff.tsx'
import type { Change } from './impact-types.ts'

const FIELDS = { code: 'Code', title: 'Title', text: 'Text', scopeNote: 'Scope note', status: 'State' } as const

/** What was changed in words; nothing where the change is in no field (a split, a move). */
export function BeforeAfter({ change: { before, after, rule } }: { change: Change }) {
  const fields = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap(field => {
    const [old, now] = [before?.[field] ?? '', after?.[field] ?? '']
    return old === now ? [] : [{ field, old, now }]
  })
  return (
    <dl className="facts small">
      {fields.map(({ field, old, now }) => (
        <Fact key={field} name={FIELDS[field]}>
          <WordDifference before={old} after={now} />
        </Fact>
      ))}
      <Fact name="Classed by">{rule}</Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)
