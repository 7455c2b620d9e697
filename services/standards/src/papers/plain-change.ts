import { type ItemRef, isContainer } from '@cte-align/contracts'
import type { ChangeForPeople } from '../diff-for-people.ts'
import { type Inline, words } from './paper.ts'
import type { Changes } from './paper-data.ts'

/** A change for a reader who does not know the system: titles before codes, old beside new. */
export function plainChange(change: ChangeForPeople): Inline[] {
  const { item, aspect, class: name, before, after, added, successors } = change
  if (change.override !== null) return [words(change.said), '.']
  if (aspect === 'existence' && added === null && change.rule !== 'existence/takes-over') {
    const verb = { merged: ' is merged into ', split: ' is split into ' }[name as string]
    if (verb !== undefined && Array.isArray(successors)) return [...named(item), verb, ...listed(successors), '.']
    return [...named(item), ' is retired. ', ...follows(successors)]
  }
  if (aspect === 'existence' && added !== null) return [...named(item), ' is new.']
  if (aspect === 'title' && isContainer(item.kind))
    return [
      `The title of ${item.kind} `,
      words(item.key),
      ' changes from "',
      words(before?.title ?? ''),
      '" to "',
      words(after?.title ?? item.title),
      '". Its code stays.',
    ]
  if (aspect === 'code') return [...named(item), ` gets the code ${after?.code}, before ${before?.code}.`]
  if (aspect === 'wording' && after !== null) {
    const now = after.scopeNote ?? after.text ?? after.title
    if (now)
      return [...named(item), after.scopeNote ? ' is described anew: "' : ' now reads: "', words(short(now)), '"']
  }
  return [words(`${change.said.charAt(0).toUpperCase()}${change.said.slice(1)}.`)]
}

/** The first changes in words, without what another of them names as its part. */
export function headline({ shown }: Pick<Changes, 'shown'>, most: number): Inline[][] {
  const parts = new Set(
    shown.flatMap(({ successors }) => (Array.isArray(successors) ? successors : [])).map(({ id }) => id),
  )
  return shown
    .filter(({ item, added }) => added === null || !parts.has(item.id))
    .slice(0, most)
    .map(plainChange)
}

/** `The sector Business and Finance (BUS)`; a statement is known by its key. */
function named({ kind, key, title }: ItemRef): Inline[] {
  return isContainer(kind) ? [`The ${kind} `, words(title), ' (', words(key), ')'] : [`The ${kind} `, words(key)]
}

function follows(successors: ChangeForPeople['successors']): Inline[] {
  if (successors === null || successors === 'unknown') return ['What follows it is unknown: nobody has named it.']
  if (successors === 'none') return ['Nothing follows it.']
  return ['What follows it: ', ...listed(successors), '.']
}

const listed = (items: readonly ItemRef[]): Inline[] =>
  items.flatMap((item, at): Inline[] => [
    ...(at === 0 ? [] : [at === items.length - 1 ? ' and ' : ', ']),
    `the ${item.kind} `,
    words(item.title),
    ' (',
    words(item.key),
    ')',
  ])

const LONGEST = 400
const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`)
