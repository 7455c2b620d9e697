import type { Dependent, Link } from '@cte-align/contracts'
import { sequenceOf } from '@cte-align/contracts'
import type { Review } from '@cte-align/review'
import type { Act, ClientSession, NewEvent, Outbox } from '@cte-align/service'
import type { Model } from 'mongoose'
import type { StoredRule } from './assignment-rule.ts'
import type { RuleAnnouncement } from './rule-announcement.ts'

export interface AuthorizationNews {
  dependent: Dependent
  twinOf: string | null
  added: Link[]
  removed: string[]
}

export type LegalReferenceNews = Omit<AuthorizationNews, 'twinOf'>

/** Says what changed, in the transaction that changes it: events for others, links and rule edges for the own review. */
export function createAnnouncements(options: { outbox: Outbox; review: Review; rules: Model<StoredRule> }) {
  const { outbox, review, rules } = options
  const { source } = outbox

  async function tellLinks(session: ClientSession, events: NewEvent[], news: LegalReferenceNews[]): Promise<void> {
    const last = (await outbox.append(session, events)).at(-1)
    const change = { added: news.flatMap(({ added }) => added), removed: news.flatMap(({ removed }) => removed) }
    if (last !== undefined) await review.links.put(session, change, { source, sequence: sequenceOf(last) })
  }

  return {
    async authorizations(session: ClientSession, news: AuthorizationNews[], { by, correlationId }: Act): Promise<void> {
      const events = news.map(
        (data): NewEvent => ({
          type: 'cte.ctc.authorization.changed',
          subject: data.dependent.key,
          key: data.dependent.key.split('/')[0]!,
          data,
          by,
          correlationid: correlationId,
        }),
      )
      await tellLinks(session, events, news)
    },
    async legalReferences(
      session: ClientSession,
      news: LegalReferenceNews[],
      { by, correlationId: correlationid }: Act,
    ): Promise<void> {
      const type = 'cte.ctc.legal-reference.changed'
      const events = news.map((data): NewEvent => ({ type, subject: data.dependent.key, data, by, correlationid }))
      await tellLinks(session, events, news)
    },
    async rules(session: ClientSession, said: RuleAnnouncement[], { by, correlationId }: Act): Promise<void> {
      const events = said.map(
        ({ id, said: data }): NewEvent => ({
          type: 'cte.ctc.assignment-rule.changed',
          subject: id,
          key: data.rule.documentCode,
          data,
          by,
          correlationid: correlationId,
        }),
      )
      const last = (await outbox.append(session, events)).at(-1)
      if (last === undefined) return
      // A row's id takes away all its edges but those given now: a twin that is one no longer goes.
      const change = { added: said.flatMap(({ edges }) => edges), removed: said.map(({ id }) => id) }
      await review.rules.put(session, change, { source, sequence: sequenceOf(last) })
      const notes = said.map(({ id, print }) => ({
        updateOne: { filter: { _id: id }, update: { $set: { announced: print } } },
      }))
      await rules.collection.bulkWrite(notes as never[], { session })
    },
  }
}
export type Announcements = ReturnType<typeof createAnnouncements>
