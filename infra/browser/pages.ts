// The main pages: photographed, measured and looked at with axe, all from this one table.
import { paths } from '../../services/console/web/src/paths.ts'
import type { Story } from './story.ts'

export interface MainPage {
  /** Names its picture. */
  name: string
  /** For the README, under the picture. */
  title: string
  /** The persona that has most to do there; without one, the public. */
  as?: string
  path: (story: Story) => string
  /** In the dark, or as a telephone shows it: for the pictures alone. */
  view?: 'dark' | 'phone'
}

export const MAIN_PAGES: MainPage[] = [
  { name: 'home', title: 'What changed, what waits, what comes by when', as: 'ctc-analyst', path: () => paths.home() },
  {
    name: 'standards',
    title: 'A framework as a tree',
    path: ({ framework }) => paths.framework(framework),
  },
  {
    name: 'item',
    title: 'An item, its history and what depends on it',
    path: ({ framework, item }) => paths.item(framework, item),
  },
  { name: 'release', title: 'A release, word by word', path: ({ release }) => paths.release(release) },
  {
    name: 'search',
    title: 'One search over standards, codes and authorizations',
    path: () => paths.search({ q: 'business' }),
  },
  { name: 'proposals', title: 'What is proposed', as: 'cde-editor', path: () => paths.proposals() },
  {
    name: 'proposal',
    title: 'A draft and whom it hits',
    as: 'cde-editor',
    path: ({ proposal }) => paths.proposal(proposal, 'changes'),
  },
  {
    name: 'sign-off',
    title: 'Who has to sign',
    as: 'cde-approver',
    path: ({ proposal }) => paths.proposal(proposal, 'sign-off'),
  },
  {
    name: 'impact',
    title: 'From the change to those it hits',
    as: 'cde-editor',
    path: ({ proposal }) => paths.impact({ proposal }, { view: 'graph' }),
  },
  {
    name: 'impact-table',
    title: 'The same as a table',
    as: 'cde-editor',
    path: ({ proposal }) => paths.impact({ proposal }, { view: 'table' }),
  },
  { name: 'queue', title: "CTC's queue", as: 'ctc-analyst', path: () => paths.queue('ctc') },
  {
    name: 'flag',
    title: 'A flag: why, before and after, what to do',
    as: 'ctc-analyst',
    path: ({ flags }) => paths.flag('ctc', flags.ctc),
  },
  { name: 'queue-calpads', title: "CALPADS's queue", as: 'calpads-editor', path: () => paths.queue('calpads') },
  { name: 'course-codes', title: 'Course codes of a year', as: 'calpads-editor', path: () => paths.courseCodes() },
  { name: 'sequences', title: 'Sequences as lanes', as: 'calpads-editor', path: () => paths.sequences() },
  {
    name: 'crosswalk',
    title: 'The crosswalk as a matrix',
    as: 'cde-editor',
    path: ({ crosswalk }) => paths.crosswalk(crosswalk, 'matrix'),
  },
  {
    name: 'decoder',
    title: 'Who would gain or lose a course',
    as: 'ctc-analyst',
    path: ({ proposal }) => paths.decoder({ to: `proposal:${proposal}` }),
  },
  { name: 'holder-check', title: 'May this teacher teach this?', as: 'ctc-analyst', path: () => paths.holderCheck() },
  {
    name: 'gaps',
    title: 'What no source says',
    as: 'calpads-editor',
    path: () => paths.gaps({ service: 'course-codes' }),
  },
  { name: 'events', title: 'What happened, from request to flag', path: () => paths.events() },
]

/** For the pictures: some of the same otherwise. */
export const OTHER_VIEWS: MainPage[] = [
  { name: 'queue-dark', title: 'In the dark', as: 'ctc-analyst', path: () => paths.queue('ctc'), view: 'dark' },
  { name: 'home-phone', title: 'At 320 pixels', as: 'ctc-analyst', path: () => paths.home(), view: 'phone' },
]
