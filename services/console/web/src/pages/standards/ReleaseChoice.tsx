import { Field, SelectField } from '../../parts/Field.tsx'
import { dayText } from '../../parts/times.ts'
import { stopText } from './item/stops.ts'
import type { AsOf } from './use-as-of.ts'
import { useReleases } from './use-releases.ts'

/** Which release the whole tree is of: one by name, or the one in force on a day. */
export function ReleaseChoice({
  framework,
  asOf,
  answered,
}: {
  framework: string
  asOf: AsOf
  answered: string | null
}) {
  const { data: releases = [] } = useReleases(framework)
  const newest = releases.toSorted((a, b) => b.number - a.number)
  const chosen = releases.find(({ id }) => id === answered)
  return (
    <div className="filters">
      <SelectField
        label="Release"
        value={asOf.asOf ? 'day' : asOf.release}
        onChange={number => asOf.setRelease(number === 'day' ? '' : number)}
        options={[
          ['', newest[0] ? `Newest: ${newest[0].id}` : 'Newest'],
          ...(asOf.asOf ? [['day', `In force ${dayText(asOf.asOf)}`] as const] : []),
          ...newest.map(release => [String(release.number), stopText(release)] as const),
        ]}
      />
      <Field label="In force on">
        {bound => (
          <input
            {...bound}
            className="usa-input"
            type="date"
            value={asOf.asOf}
            onChange={event => asOf.setAsOf(event.target.value)}
          />
        )}
      </Field>
      <p className="small soft release-said" role="status">
        {chosen
          ? `Shown as ${chosen.id} has it, in force from ${dayText(chosen.inForceFrom)}.`
          : answered && `Shown as ${answered} has it.`}
      </p>
    </div>
  )
}
