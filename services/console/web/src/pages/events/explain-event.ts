// What an event says, in a sentence, with the pages of what it is about. The log may hold an event in part, or one that is newer than
// this page: what is not there is left out of the sentence, and a type without a sentence is shown by its name.
import type { LoggedEvent } from '../../data/logged-event.ts'
import { type FlagAgency, paths } from '../../paths.ts'
import { type Given, given } from './given.ts'

export interface About {
  text: string
  to: string
}

export interface Explanation {
  /** "Release ca-mcs-2013@2 was published with 12 changes." */
  says: string
  /** The reason that somebody gave, where the event carries one. */
  why: string | null
  /** Pages of what it is about, the most telling first. */
  about: About[]
}

type Explain = (
  data: Given,
  event: Pick<LoggedEvent, 'type' | 'subject' | 'source'>,
) => Partial<Explanation> & { says: string }

/** By type, each without its `cte.`; a test holds this against every type that the services may send. */
export const EXPLANATIONS: Record<string, Explain> = {
  'cde.item.changed': data => ({
    says: `${upper(itemIn(data, 'change', 'item'))} ${HAPPENED[data.text('change', 'class')] ?? 'was changed'} in release ${releaseIn(data)}${partOf(data)}.`,
    about: [itemPage(data, 'change', 'item'), releasePage(data)].flat(),
  }),
  'cde.release.published': data => ({
    says: `Release ${releaseIn(data)} “${data.text('title')}” was published with ${many(data.number('changes'), 'change')}${data.has('corrects') ? `; it corrects ${data.text('corrects')}` : ''}.`,
    about: releasePage(data),
  }),
  'cde.proposal.opened': data => ({ says: `Proposal “${data.text('title')}” was opened.`, about: proposalPage(data) }),
  'cde.proposal.submitted': proposalSays('was submitted for review'),
  'cde.proposal.returned': proposalSays('was returned to its editors'),
  'cde.proposal.approved': proposalSays('was approved'),
  'cde.proposal.signed-off': data => ({
    says: `${data.text('agency') || 'An agency'} has ${data.text('decision') === 'object' ? 'objected to' : 'acknowledged'} proposal “${data.text('title')}”.`,
    about: proposalPage(data),
  }),
  'cde.proposal.scheduled': data => ({
    says: data.has('at')
      ? `Proposal “${data.text('title')}” is to be published at ${data.text('at')}.`
      : `Proposal “${data.text('title')}” was taken off the schedule.`,
    about: proposalPage(data),
  }),
  'cde.proposal.held': data => ({
    says: `Proposal “${data.text('title')}” was due and not published: what had been signed no longer holds.`,
    about: proposalPage(data),
  }),
  'cde.proposal.withdrawn': proposalSays('was withdrawn'),
  'cde.crosswalk.changed': data => ({
    says: `The crosswalk relation from ${data.text('relation', 'from', 'key')} to ${data.text('relation', 'to', 'key')} ${ACTS[data.text('act')] ?? (data.flag('removed') ? 'was removed' : 'was changed')}.`,
    about: [{ text: 'the relation', to: paths.relation(data.text('crosswalk'), data.text('relation', 'id')) }],
  }),
  'cde.comment.received': data => ({
    says: `Comment ${data.number('number')}${data.has('replyTo') ? ' (a reply)' : ''} on ${commented(data)} was received.`,
    about: commentPage(data),
  }),
  'cde.comment.answered': data => ({
    says: `Comment ${data.number('number')} on ${commented(data)} was answered: ${plain(data.text('disposition'))}, leading to ${many(data.number('operations'), 'operation')}.`,
    about: commentPage(data),
  }),
  'ctc.authorization.changed': linksSay('Authorization'),
  'ctc.legal-reference.changed': linksSay('Section of law'),
  'calpads.course-code.changed': linksSay('Course code'),
  'ctc.assignment-rule.changed': data => ({
    says: `The assignment rule by which ${data.text('authorization', 'key') || 'an authorization'} may teach ${data.text('rule', 'courseCode')} was ${data.flag('removed') ? 'removed' : 'written'}.`,
    about: [...dependentPage(data, 'authorization'), courseCodePage(data.text('rule', 'courseCode'))].flat(),
  }),
  'ctc.rule-edition.published': data => ({
    says: `Rule edition “${data.text('title')}” came into force: ${many(data.number('rows', 'rules'), 'assignment rule')} and ${many(data.number('rows', 'authorizations'), 'authorization')} were written.`,
    about: [{ text: 'the edition', to: paths.ruleEdition(data.text('edition')) }],
  }),
  'ctc.grandfathering-rule.changed': data => ({
    says: `The rule of who keeps what by an early date (${data.text('rule', 'id')}) was ${data.text('act') === 'made' ? 'made' : data.text('act')}.`,
  }),
  'ctc.workflow-step.completed': data => ({
    says: `Step “${data.text('step', 'title')}” of a sector change was done on ${data.text('actual')}.`,
    about: [{ text: 'the workflow', to: paths.workflow(data.text('workflow')) }],
  }),
  'calpads.code-change.published': data => ({
    says: `What becomes of course code ${data.list('change', 'from').join(', ') || data.text('change', 'id')} was decided: ${plain(data.text('change', 'kind'))}.`,
  }),
  'calpads.code-set.published': data => ({
    says: `The code set for ${data.text('schoolYear')}, “${data.text('title')}”, was published: ${data.number('counts', 'codes')} codes, ${data.number('counts', 'added')} added, ${data.number('counts', 'retired')} retired, ${data.number('counts', 'revised')} revised.`,
    about: [
      { text: 'the plan', to: paths.codePlan(data.text('plan')) },
      { text: 'the code set', to: paths.courseCodes({ schoolYear: data.text('schoolYear') }) },
    ],
  }),
  'ctc.authorization.flagged': flagged('ctc'),
  'ctc.legal-reference.flagged': flagged('ctc'),
  'calpads.course-code.flagged': flagged('calpads'),
  'ctc.flag.resolved': settled('ctc', 'was resolved'),
  'calpads.flag.resolved': settled('calpads', 'was resolved'),
  'ctc.flag.reopened': settled('ctc', 'was opened again'),
  'calpads.flag.reopened': settled('calpads', 'was opened again'),
  'ctc.release.assessed': assessed('CTC', 'ctc'),
  'calpads.release.assessed': assessed('CALPADS', 'calpads'),
}

export function explainEvent(event: Pick<LoggedEvent, 'type' | 'subject' | 'source' | 'data'>): Explanation {
  const data = given(event.data)
  const explain = EXPLANATIONS[event.type.replace(/^cte\./, '')]
  const {
    says,
    about = [],
    why,
  } = explain ? explain(data, event) : { says: `${event.type} happened to ${event.subject}.`, about: [], why: null }
  return { says, about: about.filter(each => !each.to.endsWith('/')), why: why ?? (data.text('reason') || null) }
}

const HAPPENED: Record<string, string> = {
  editorial: 'was edited without another meaning',
  label: 'got another title',
  recode: 'got another code',
  'scope-narrowed': 'was narrowed',
  'scope-broadened': 'was broadened',
  substantive: 'was changed in substance',
  moved: 'was moved',
  merged: 'was merged into another',
  split: 'was split',
  retired: 'was retired',
  added: 'was added',
}
const ACTS: Record<string, string> = {
  drafted: 'was drafted',
  revised: 'was revised',
  reviewed: 'was reviewed',
  accepted: 'was accepted',
  rejected: 'was rejected',
  suspected: 'became suspect: one of its ends has changed',
  removed: 'was removed',
}

function proposalSays(happened: string): Explain {
  return data => ({ says: `Proposal “${data.text('title')}” ${happened}.`, about: proposalPage(data) })
}

function linksSay(kind: string): Explain {
  return (data, event) => {
    const [added, removed] = [data.list('added').length, data.list('removed').length]
    const links = [added > 0 && `${many(added, 'link')} made`, removed > 0 && `${many(removed, 'link')} taken away`]
    const told = links.filter(Boolean).join(', ')
    return {
      says: `${kind} ${event.subject} “${data.text('dependent', 'title')}” was changed${told && `: ${told}`}.`,
      about: dependentPage(data, 'dependent'),
    }
  }
}

function flagged(agency: FlagAgency): Explain {
  return data => ({
    says: `${dependentIn(data)} was flagged (${data.text('severity')}) by release ${releaseIn(data)}, for ${many(data.number('causes'), 'cause')}${data.has('supersedes') ? '; this flag takes the place of one that was wrong' : ''}.`,
    about: [...flagPage(agency, data), ...dependentPage(data, 'dependent'), ...releasePage(data)],
  })
}

function settled(agency: FlagAgency, happened: string): Explain {
  return data => ({
    says: `The flag on ${lower(dependentIn(data))} ${happened}${data.has('disposition') ? ` (${plain(data.text('disposition'))})` : ''}.`,
    about: [...flagPage(agency, data), ...dependentPage(data, 'dependent')],
  })
}

function assessed(name: string, agency: FlagAgency): Explain {
  return data => {
    const of = (severity: string) => data.number('bySeverity', severity)
    return {
      says: `${name} has worked through release ${releaseIn(data)}: ${many(data.number('flags'), 'flag')}, complete (${of('breaking')} breaking, ${of('review')} review, ${of('notice')} notice).`,
      about: [{ text: 'the flags', to: paths.queue(agency, { release: releaseIn(data) }) }, ...releasePage(data)],
    }
  }
}

const KINDS: Record<string, string> = {
  authorization: 'Authorization',
  'course-code': 'Course code',
  'legal-reference': 'Section of law',
}
const dependentIn = (data: Given): string =>
  `${KINDS[data.text('dependent', 'kind')] ?? 'Record'} ${data.text('dependent', 'key')}`
const releaseIn = (data: Given): string => data.text('release', 'id') || data.text('release')
const itemIn = (data: Given, ...at: string[]): string => {
  const [kind, key, title] = [data.text(...at, 'kind'), data.text(...at, 'key'), data.text(...at, 'title')]
  const named = ['sector', 'pathway', 'cluster', 'sub-cluster'].includes(kind) && title ? ` “${title}”` : ''
  return `${kind || 'item'} ${key}${named}`
}
const partOf = (data: Given): string =>
  data.number('part', 'of') > 1 ? ` (part ${data.number('part', 'number')} of ${data.number('part', 'of')})` : ''
const commented = (data: Given): string =>
  data.has('about', 'item') ? `item ${data.text('about', 'item')} of a proposal` : 'a proposal'

const releasePage = (data: Given): About[] => page(releaseIn(data), `release ${releaseIn(data)}`, paths.release)
const proposalPage = (data: Given): About[] => page(data.text('proposal'), 'the proposal', id => paths.proposal(id))
const commentPage = (data: Given): About[] =>
  page(data.text('proposal'), 'the comments', id => paths.proposal(id, 'comments'))
const flagPage = (agency: FlagAgency, data: Given): About[] =>
  page(data.text('flag'), 'the flag', id => paths.flag(agency, id))
const courseCodePage = (code: string): About[] => page(code, `course code ${code}`, paths.courseCode)
const itemPage = (data: Given, ...at: string[]): About[] =>
  page(data.text(...at, 'id'), data.text(...at, 'key'), id => paths.item(data.text(...at, 'framework'), id))

function dependentPage(data: Given, ...at: string[]): About[] {
  const key = data.text(...at, 'key')
  if (data.text(...at, 'kind') === 'course-code') return courseCodePage(key)
  return data.text(...at, 'kind') === 'authorization' ? page(key, `authorization ${key}`, paths.authorization) : []
}

/** A page of what has a name; nothing where the event does not say it. */
const page = (key: string, text: string, to: (key: string) => string): About[] => (key ? [{ text, to: to(key) }] : [])

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
const plain = (word: string): string => word.replaceAll('-', ' ')
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
