import { responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import {
  CALSAAS_DETERMINATIONS,
  CALSAAS_STATUSES,
  type CalsaasWord,
  type Correspondence,
  DISPOSITION_WORDS,
  STATE_WORDS,
} from './calsaas-words.ts'
import { CHOOSABLE, DISPOSITIONS, Disposition } from './disposition.ts'
import { FlagState, possibleNext } from './state-machine.ts'

const Word = z.object({
  term: z.string(),
  meaning: z.enum(['stated', 'inferred', 'none']).meta({ description: 'Whether its meaning is published' }),
  source: z.string(),
  verified: z.boolean(),
})
const Beside = Word.extend({
  mapping: z.literal('ours').meta({ description: 'Nobody publishes a correspondence: this one is inferred by us' }),
  note: z.string(),
})
const StateView = z.object({
  state: FlagState,
  meaning: z.string(),
  next: z.array(FlagState).meta({ description: 'Our arrows; those of CalSAAS are not published' }),
  calsaas: Beside.nullable(),
})
const DispositionView = z.object({
  disposition: Disposition,
  meaning: z.string(),
  precedent: z.string(),
  verified: z.boolean(),
  choosable: z.boolean().meta({ description: 'Whether a person can decide on it' }),
  calsaas: Beside.nullable(),
})
const others = z.array(Word).meta({ description: 'Words of CalSAAS to which nothing of ours corresponds' })
const tags = ['flags']

/** Our words, with the published ones of CalSAAS beside them. */
export function vocabularyRoutes(app: Service): void {
  app.get(
    '/flag-states',
    {
      schema: {
        operationId: 'listFlagStates',
        summary: 'States of a flag, with the statuses of CalSAAS beside them',
        tags,
        response: { 200: z.object({ items: z.array(StateView), others }), ...responses() },
      },
    },
    async () => {
      const items = FlagState.options.map(state => {
        const { meaning, calsaas } = STATE_WORDS[state]
        return { state, meaning, next: [...possibleNext(state)], calsaas: beside(calsaas, CALSAAS_STATUSES) }
      })
      return { items, others: unmatched(items, CALSAAS_STATUSES) }
    },
  )

  app.get(
    '/dispositions',
    {
      schema: {
        operationId: 'listDispositions',
        summary: 'How flags can be resolved, with the precedents and the determinations of CalSAAS',
        tags,
        response: { 200: z.object({ items: z.array(DispositionView), others }), ...responses() },
      },
    },
    async () => {
      const items = Disposition.options.map(disposition => ({
        ...{ disposition, ...DISPOSITIONS[disposition], choosable: CHOOSABLE.includes(disposition) },
        calsaas: beside(DISPOSITION_WORDS[disposition], CALSAAS_DETERMINATIONS),
      }))
      return { items, others: unmatched(items, CALSAAS_DETERMINATIONS) }
    },
  )
}

function beside(mapped: Correspondence | null, words: readonly CalsaasWord[]): z.infer<typeof Beside> | null {
  const word = words.find(({ term }) => term === mapped?.term)
  return mapped === null || word === undefined ? null : { ...word, mapping: 'ours', note: mapped.note }
}

function unmatched(items: readonly { calsaas: { term: string } | null }[], words: readonly CalsaasWord[]) {
  const matched = new Set(items.map(({ calsaas }) => calsaas?.term))
  return words.filter(({ term }) => !matched.has(term))
}
