import { Link } from 'react-router'
import { type Change, CLASSES, changeWords } from '../../parts/change-words.ts'
import { Code, Tag } from '../../parts/Tags.tsx'
import { type DiffView, TextDifferences } from '../../parts/TextDifferences.tsx'
import { textDifferences } from '../../parts/text-differences.ts'
import { paths } from '../../paths.ts'
import { kindWord, many } from '../standards/words.ts'

interface ChangeCardProps {
  change: Change
  /** Of the items that went with the same container. */
  along: Change[]
  reaches: number
  view: DiffView
}

/** One change: what it is, which rule says so, and its words before and after. */
export function ChangeCard({ change, along, reaches, view }: ChangeCardProps) {
  const { item, before, after, rule, override } = change
  return (
    <li className="change">
      <p>
        <Tag>{CLASSES[change.class]}</Tag>{' '}
        <Link to={paths.item(item.framework, item.id)}>
          <Code>{item.key}</Code> {item.title}
        </Link>{' '}
        <span className="soft">{kindWord(item.kind)}</span> {changeWords(change)}.
      </p>
      {before && after && (
        <TextDifferences differences={textDifferences(before, after)} view={view} before="Before" after="After" />
      )}
      <p className="small soft">
        {override ? (
          <>
            {override.by} calls it so: {override.reason} (the rule said {CLASSES[override.ruleClass].toLowerCase()})
          </>
        ) : (
          <>
            By the rule <Code>{rule}</Code>
          </>
        )}{' '}
        · reaches {many(reaches, 'place')} of the standards
      </p>
      {along.length > 0 && (
        <details>
          <summary>{many(along.length, 'other item')} went with the same container</summary>
          <ul className="plain-list">
            {along.map(({ id, item: other }) => (
              <li key={id}>
                <Link to={paths.item(other.framework, other.id)}>
                  <Code>{other.key}</Code> {other.title}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
