// The two decoders of a comparison, as the API spells them.

export interface SideOption {
  value: string
  text: string
}
export interface SideGroup {
  label: string
  options: SideOption[]
}

interface Found {
  editions?: readonly { id: string; title: string; state: string }[] | undefined
  proposals?: readonly { id: string; title: string; state: string; framework: string }[] | undefined
  releases?: readonly { id: string }[] | undefined
}

/** A proposal that is out, or given up, has no decoder of its own: its release has. */
const OPEN = new Set(['draft', 'in-review', 'approved', 'scheduled', 'publishing'])

/** Everything that may stand on a side, in groups; what the address names is among them even where no list has it. */
export function sideGroups({ editions = [], proposals = [], releases = [] }: Found, chosen: string): SideGroup[] {
  const groups: SideGroup[] = [
    { label: 'Now', options: [{ value: 'current', text: 'The decoder in force' }] },
    {
      label: 'If a proposal passes',
      options: proposals
        .filter(({ state }) => OPEN.has(state))
        .map(({ id, title, state, framework }) => ({
          value: `proposal:${id}`,
          text: `${title} (${framework}, ${state.replaceAll('-', ' ')})`,
        })),
    },
    {
      label: 'Rule editions',
      options: editions
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ id, title, state }) => ({ value: `edition:${id}`, text: `${title} (${state})` })),
    },
    {
      label: 'If it follows a release',
      options: releases
        // Nothing comes before a first release, so it moves nothing.
        .filter(({ id }) => !id.endsWith('@1'))
        .map(({ id }) => ({ value: `release:${id}`, text: id })),
    },
  ]
  const known = groups.some(({ options }) => options.some(({ value }) => value === chosen))
  return [
    ...groups.filter(({ options }) => options.length > 0),
    ...(known || chosen === '' ? [] : [{ label: 'Named in the address', options: [{ value: chosen, text: chosen }] }]),
  ]
}
