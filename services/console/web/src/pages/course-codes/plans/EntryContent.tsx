import { Code, Tag } from '../../../parts/Tags.tsx'
import { CodeList } from '../CodeLink.tsx'
import type { Entry } from './entry-form.ts'
import { KINDS, kindWords } from './kinds.ts'

/** What an entry says becomes of its codes. */
export function EntryContent({ content }: { content: NonNullable<Entry['content']> }) {
  const { kind, from = [], to = [], newCodes = [], title, level, successor } = content
  const made = new Set(newCodes.map(({ code }) => code))
  const there = to.filter(code => !made.has(code))
  const asks = KINDS[kind]
  return (
    <div className="stack entry-content">
      <p className="row">
        <strong>{kindWords(kind)}</strong>
        {from.length > 0 && <CodeList codes={from} />}
        {asks.to !== 'none' && (
          <>
            <span aria-hidden="true">→</span>
            <span className="hidden-visually">followed by</span>
            {there.length > 0 && <CodeList codes={there} />}
            {to.length === 0 && (
              <span className="soft">{successor === 'none' ? 'none follows' : 'nobody says what follows'}</span>
            )}
            {[...made].map(code => (
              <Tag key={code} kind="notice">
                new {code}
              </Tag>
            ))}
          </>
        )}
      </p>
      {title && <p className="small">New title: {title}</p>}
      {level && <p className="small">New level: {level}</p>}
      {newCodes.length > 0 && (
        <ul className="plain-list small">
          {newCodes.map(each => (
            <li key={each.code}>
              <Code>{each.code}</Code> {each.title}, {each.level},{' '}
              {each.item ? `${each.pathwayName ?? ''} (${each.item.item})` : 'its item unknown'}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
