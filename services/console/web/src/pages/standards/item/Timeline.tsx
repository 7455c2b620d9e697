import { Link } from 'react-router'
import { CLASSES, changeWords, ruleWords } from '../../../parts/change-words.ts'
import { Tag } from '../../../parts/Tags.tsx'
import { momentText } from '../../../parts/times.ts'
import { paths } from '../../../paths.ts'
import { upperFirst } from '../words.ts'
import { numberOf } from './stops.ts'
import type { History } from './VersionDifferences.tsx'

interface TimelineProps {
  changes: History['changes']
  /** The release shown now. */
  answered: string | undefined
  to: (release: string) => string
}

/** What happened to the item, newest first; each entry leads to how it stood then. */
export function Timeline({ changes, answered, to }: TimelineProps) {
  const releases = [...new Set(changes.map(({ release }) => release))].reverse()
  if (releases.length === 0) return <p className="soft">No release has changed it.</p>
  return (
    <ol className="timeline">
      {releases.map(release => {
        const mine = changes.filter(each => each.release === release)
        return (
          <li key={release} aria-current={release === answered ? 'step' : undefined}>
            <div className="row">
              <Link to={paths.release(release)}>{release}</Link>
              <span className="small soft">published {momentText(mine[0]!.publishedAt)}</span>
              <Link className="small" to={to(String(numberOf(release)))} preventScrollReset>
                See it as of then<span className="hidden-visually"> ({release})</span>
              </Link>
            </div>
            <ul className="plain-list">
              {mine.map(({ change }) => (
                <li key={change.id}>
                  <Tag>{CLASSES[change.class]}</Tag> {upperFirst(changeWords(change))}.{' '}
                  <span className="small soft">
                    {change.override
                      ? `${change.override.by} calls it so: ${change.override.reason}`
                      : `rule: ${ruleWords(change.rule)}`}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
