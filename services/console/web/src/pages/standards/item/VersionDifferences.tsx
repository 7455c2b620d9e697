import type { Answer } from '@cte-align/client'
import { useFilters } from '../../../data/use-filters.ts'
import { SelectField } from '../../../parts/Field.tsx'
import { DiffViewField, TextDifferences } from '../../../parts/TextDifferences.tsx'
import { textDifferences } from '../../../parts/text-differences.ts'
import { numberOf, versionAt, versionBefore } from './stops.ts'

export type History = Answer<'standards', '/items/{id}/history', 'get'>

const FILTERS = { with: '', view: 'inline' }

/** What is different, word by word, between the version shown and another one; without a choice, the one before it. */
export function VersionDifferences({ versions, release }: { versions: History['versions']; release: number }) {
  const { filters, set } = useFilters(FILTERS)
  const now = versionAt(versions, release)
  const other = versions.find(({ from }) => from === filters.with) ?? versionBefore(versions, release)
  if (!now) return null
  if (versions.length === 1)
    return <p className="soft">It has stood unchanged since {now.from}: there is nothing to compare with.</p>
  const view = filters.view === 'beside' ? 'beside' : 'inline'
  return (
    <>
      <div className="filters">
        <SelectField
          label="Compare with how it stood"
          value={other?.from ?? ''}
          onChange={from => set({ with: from })}
          options={[
            ...(other ? [] : [['', 'Choose a version'] as const]),
            ...versions.filter(version => version !== now).map(version => [version.from, span(version)] as const),
          ]}
        />
        <DiffViewField view={view} onChange={next => set({ view: next })} />
      </div>
      {other ? <Between older={older(other, now)} newer={newer(other, now)} view={view} /> : null}
    </>
  )
}

type Version = History['versions'][number]
const isOlder = (a: Version, b: Version) => numberOf(a.from) <= numberOf(b.from)
const older = (a: Version, b: Version) => (isOlder(a, b) ? a : b)
const newer = (a: Version, b: Version) => (isOlder(a, b) ? b : a)
const span = ({ from, to }: Version) => (to ? `from ${from} until ${to}` : `from ${from} until today`)

function Between({ older, newer, view }: { older: Version; newer: Version; view: 'inline' | 'beside' }) {
  const differences = textDifferences(older, newer)
  const others = [
    older.status !== newer.status && `It was ${older.status} and is ${newer.status}.`,
    older.parent !== newer.parent && 'It stands under another item.',
    older.position !== newer.position && older.parent === newer.parent && 'It stands elsewhere among its siblings.',
  ].filter(said => said !== false)
  return (
    <div role="status">
      <TextDifferences
        differences={differences}
        view={view}
        before={`From ${older.from}`}
        after={`From ${newer.from}`}
      />
      {differences.length === 0 && <p>No word of it differs between the two.</p>}
      {others.map(said => (
        <p key={said}>{said}</p>
      ))}
    </div>
  )
}
