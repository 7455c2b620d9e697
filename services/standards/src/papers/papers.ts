import { calpadsFlash } from './calpads-flash.ts'
import { codedCorrespondence } from './coded-correspondence.ts'
import { madeHow } from './made-how.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperData } from './paper-data.ts'
import { sbeAnnex } from './sbe-annex.ts'
import { type Sources, sourcesOf } from './sources.ts'

interface Kind {
  title: (subject: string) => string
  kicker: string
  reader: string
  content: (data: PaperData, sources: Sources) => Block[]
}

/** The papers that can be made of a proposal or a release. */
export const PAPERS = {
  'sbe-annex': {
    title: subject => `Impact annex: ${subject}`,
    kicker: 'DRAFT for a memorandum to the State Board of Education. Made by cte-align for the CDE to edit; not issued',
    reader: 'Members of the State Board of Education',
    content: sbeAnnex,
  },
  'calpads-flash': {
    title: subject => `Course codes: ${subject}`,
    kicker: 'DRAFT of a CALPADS Flash. Made by cte-align for the CALPADS office to edit; not issued',
    reader: 'Districts, charter schools and vendors that report course codes',
    content: calpadsFlash,
  },
  'coded-correspondence': {
    title: subject => `CTE authorizations: ${subject}`,
    kicker:
      'DRAFT of a Coded Correspondence. Made by cte-align for the Commission on Teacher Credentialing to edit; not issued',
    reader: 'Credential analysts, employing agencies, program sponsors',
    content: codedCorrespondence,
  },
} as const satisfies Record<string, Kind>

export type PaperName = keyof typeof PAPERS
export const PAPER_NAMES = Object.keys(PAPERS) as [PaperName, ...PaperName[]]

/** The same data give the same paper. `origin`: where standards is reached, for the command at the end. */
export function makePaper(name: PaperName, data: PaperData, origin: string): Paper {
  const { title, kicker, content } = PAPERS[name]
  const sources = sourcesOf(data)
  return {
    title: title(data.title),
    kicker,
    blocks: content(data, sources),
    footer: madeHow(data, sources, { paper: name, origin }),
  }
}
