import { credentials, standards } from '../../data/api.ts'
import { useAnswer } from '../../data/use-answer.ts'

const limit = 200

/** What may stand on a side, and what is to be said where not all of it is here. */
export function useSides() {
  const editions = useAnswer(['credentials', 'rule-editions', 'sides'], signal =>
    credentials.GET('/rule-editions', { params: { query: { limit } }, signal }),
  )
  const proposals = useAnswer(['standards', 'proposals', 'sides'], signal =>
    standards.GET('/proposals', { params: { query: { limit } }, signal }),
  )
  const releases = useAnswer(['standards', 'releases', 'sides'], signal =>
    standards.GET('/releases', { params: { query: { limit } }, signal }),
  )
  const answers = [editions, proposals, releases]
  const failed = answers.find(({ error }) => error)?.error
  const partial = answers.some(({ data }) => data?.next)
  return {
    found: { editions: editions.data?.items, proposals: proposals.data?.items, releases: releases.data?.items },
    hint: [
      partial && `The newest ${limit} of each kind; another can be named in the address.`,
      failed && `Not all could be read: ${failed.message}`,
    ]
      .filter(Boolean)
      .join(' '),
  }
}
