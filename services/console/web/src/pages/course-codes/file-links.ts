// Addresses of files that the service writes. The browser fetches them itself, so that a long file needs no memory here.
import type { Query } from '@cte-align/client'

type Params = Record<string, string | undefined>
const file = (path: string, query: Params) => {
  const given = Object.entries(query).filter((each): each is [string, string] => Boolean(each[1]))
  return `/api/course-codes${path}?${new URLSearchParams(given)}`
}

type CodeSetFile = Query<'course-codes', '/code-sets/{schoolYear}/export', 'get'>
type EditionFile = Query<'course-codes', '/code-set-editions/{edition}/export', 'get'>
type CodesFile = Query<'course-codes', '/course-codes/export', 'get'>
type PerkinsFile = Query<'course-codes', '/perkins/view/export', 'get'>
type WeightsFile = Query<'course-codes', '/impact-weights/export', 'get'>
type FlagsFile = Query<'course-codes', '/flags/export', 'get'>

export const files = {
  codeSet: (schoolYear: string, query: CodeSetFile) =>
    file(`/code-sets/${encodeURIComponent(schoolYear)}/export`, { ...query }),
  edition: (edition: string, query: EditionFile) =>
    file(`/code-set-editions/${encodeURIComponent(edition)}/export`, { ...query }),
  courseCodes: (query: CodesFile) => file('/course-codes/export', { ...query }),
  perkins: (query: PerkinsFile) => file('/perkins/view/export', { ...query }),
  weights: (query: WeightsFile) => file('/impact-weights/export', { ...query }),
  flags: (query: FlagsFile) => file('/flags/export', { ...query }),
}
