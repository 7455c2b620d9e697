import { counted, type Inline, type Line, link, numeral, words } from './paper.ts'
import type { AgencyData, PaperData, UnknownData } from './paper-data.ts'
import type { Sources } from './sources.ts'
import { CLOCKS, DEPENDENTS, dateOf } from './wording.ts'

/** What rests on something that nobody has verified or decided, and how far the agencies are. */
export function unknowns(data: PaperData, sources: Sources): Line[] {
  const { agencies, crosswalks, dates, unknowns: others } = data
  const both = [agencies.ctc, agencies.calpads]
  const missing = CLOCKS.filter(({ clock }) => dateOf(dates, clock) === 'unknown')
  return [
    ...both
      .filter(({ unverified }) => unverified > 0)
      .map(
        (agency): Line => [
          counted(agency.unverified, DEPENDENTS[agency.agency], sources.dependents(agency, { unverified: true })),
          agency.unverified === 1 ? ' is' : ' are',
          ' listed only because of a relation, link or rule that nobody has verified. Whether the change really touches them is not known; none of them counts as more than "look".',
        ],
      ),
    ...both
      .filter(({ undecided }) => undecided > 0)
      .map(
        (agency): Line => [
          counted(agency.undecided, DEPENDENTS[agency.agency], sources.dependents(agency, { undecided: true })),
          agency.undecided === 1 ? ' hangs' : ' hang',
          ' on something that is split, and nobody has said to which part it goes.',
        ],
      ),
    ...(crosswalks.length === 0 || others.some(({ code }) => code === RELATIONS)
      ? []
      : [
          [
            'The way to some of these records leads over relations between sectors and clusters that are drafts, not decisions: ',
            ...crosswalks.flatMap((key, at): Inline[] => [
              ...(at === 0 ? [] : [', ']),
              link(key, sources.crosswalk(key)),
            ]),
            '.',
          ],
        ]),
    ...both
      .filter(({ manualReview }) => manualReview.length > 0)
      .map(
        (agency): Line => [
          counted(agency.manualReview.length, DEPENDENTS[agency.agency], sources.manualReview(agency)),
          agency.manualReview.length === 1 ? ' names' : ' name',
          ' no sector in the published tables (older documents name occupations). A person must look at them whenever a sector changes.',
        ],
      ),
    ...others.map(unknown => told(unknown, data, sources)),
    ...(missing.length === 0 ? [] : [['When: every date marked "unknown" under "Dates".']]),
    ...both
      .filter(({ state }) => UNFINISHED[state] !== undefined)
      .map(({ agency, state }): Line => [`${agency} ${UNFINISHED[state]}`]),
  ]
}
const RELATIONS = 'CTE_UNKNOWN_RELATION'

/** What the preview says that it cannot know, in words for who does not know the preview. */
function told({ code, message, count, examples, place }: UnknownData, data: PaperData, sources: Sources): Line {
  const figure = { figure: count, text: numeral(count), at: sources.unknown(place), about: 'that cannot be known' }
  const some = examples.length === 0 ? [] : [' (', words(examples.join(', ')), examples.length < count ? ', ...)' : ')']
  if (code === 'CTE_UNKNOWN_NO_DEPENDENT')
    return [
      words(examples.join(' and ')),
      ` (agencies: `,
      figure,
      `) keep no authorization or course code that hangs on ${data.framework.key} itself. Those touched are touched through a crosswalk.`,
    ]
  if (code !== RELATIONS) return [words(message.replace(/^The source does not say: /, '')), ': ', figure, ...some, '.']
  // The crosswalks named are those on the way to a record; a relation that leads to none has no crosswalk here.
  const of = data.crosswalks.flatMap((key, at): Inline[] => [
    at === 0 ? ', of ' : ', ',
    link(key, sources.crosswalk(key)),
  ])
  return [
    'Relations between sectors and clusters on the way that are drafts, not decisions: ',
    figure,
    ...some,
    ...of,
    '.',
  ]
}

const UNFINISHED: Partial<Record<AgencyData['state'], string>> = {
  unheard: 'has not heard of this release yet; its flags are missing here.',
  waiting: 'has not received all of this release yet; its flags are missing here.',
  assessing: 'is still working through this release; more flags may come.',
}
