import { Actor, Cause } from '@cte-align/contracts'
import { decodeCursor, encodeCursor, PageQuery, pageOf, responses, type Service } from '@cte-align/service'
import { z } from 'zod'
import { Disposition } from './disposition.ts'
import { problem } from './errors.ts'
import { FlagId } from './flag-views.ts'
import type { FlagDoc } from './models/flag.ts'
import type { FlagTransitionDoc } from './models/flag-transition.ts'
import type { TextDoc } from './models/text.ts'
import type { RouteOptions } from './routes.ts'
import { createTexts, toText } from './texts.ts'

const Change = Cause.shape.change
const Text = z.object({
  attests: z.string().meta({ description: 'Fingerprint of item, its text after the change, and class' }),
  change: Change.nullable().meta({
    description: 'What was read, before and after; null: attested before texts were kept, and gone',
  }),
  kept: z
    .boolean()
    .meta({ description: 'Kept word for word when it was attested; else found again by its fingerprint' }),
  stands: z.boolean().meta({ description: 'The flag says just this now' }),
})
const Attestation = z.object({
  number: z.int().meta({ description: 'Of the step in /flags/{id}/transitions' }),
  actor: z.union([Actor, z.literal('system')]),
  at: z.iso.datetime(),
  reason: z.string(),
  disposition: Disposition.nullable(),
  coveredBy: z.array(FlagId).meta({ description: 'By the system: the earlier flags in which people attested all' }),
  textFingerprint: z.string().nullable().meta({ description: 'Of all that the flag said; null in old steps' }),
  undone: z.boolean(),
  stands: z.boolean().meta({ description: 'The flag is resolved by this step, and says what it said then' }),
  texts: z.array(Text),
})

/** What was attested in a flag, word for word: in a year it can still be shown. */
export function attestationRoutes(app: Service, { models, flags }: RouteOptions): void {
  const texts = createTexts(models)
  app.get(
    '/flags/:id/attestations',
    {
      schema: {
        operationId: 'listAttestations',
        summary: 'Who attested what in a flag, word for word, and whether it still stands',
        tags: ['flags'],
        params: z.strictObject({ id: FlagId }),
        querystring: PageQuery,
        response: { 200: pageOf(Attestation), ...responses(404, 503) },
      },
    },
    async ({ params: { id }, query: { limit, cursor } }) => {
      const after = cursor === undefined ? 0 : decodeCursor(z.int().min(0), cursor)
      const flag = await models.Flag.findById(id).lean<FlagDoc>()
      if (flag === null) throw problem('CTE_NO_SUCH_FLAG', { id })
      const log = await models.Transition.find({ flag: id }).sort({ number: 1 }).lean<FlagTransitionDoc[]>()
      const resolving = log.filter(step => step.to === 'resolved' && step.attested.length > 0 && step.number > after)
      const page = resolving.slice(0, limit)
      const now = (await flags.causesOf(flag)).map(toText)
      const known = await texts.read(page.flatMap(step => step.texts ?? []))
      const undone = new Set(log.flatMap(step => step.undoes ?? []))
      const last = log.findLast(step => step.from !== step.to)
      const items = page.map(step => toAttestation(step, { flag, now, known, undone, last }))
      return { items, next: resolving.length > limit ? encodeCursor(page.at(-1)!.number) : null }
    },
  )
}

interface Around {
  flag: FlagDoc
  /** What the flag says. */
  now: readonly TextDoc[]
  known: ReadonlyMap<string, TextDoc>
  undone: ReadonlySet<number>
  last: FlagTransitionDoc | undefined
}

function toAttestation(
  step: FlagTransitionDoc,
  { flag, now, known, undone, last }: Around,
): z.infer<typeof Attestation> {
  const { number, actor, at, reason, disposition, coveredBy, seen = null } = step
  const said = new Set(now.map(text => text._id))
  const attested = new Set(step.attested)
  const texts =
    step.texts?.map(id => ({ text: known.get(id), kept: true })) ??
    step.attested.map(print => ({ text: now.find(text => text.attests === print), kept: false, print }))
  const saysSame = now.length > 0 && now.every(text => attested.has(text.attests))
  return {
    ...{ number, actor, at: at.toISOString(), reason, disposition, coveredBy, textFingerprint: seen },
    undone: undone.has(number),
    stands: flag.state === 'resolved' && last?.number === number && saysSame,
    texts: texts.map(({ text, kept, ...rest }) => ({
      attests: text?.attests ?? ('print' in rest ? String(rest.print) : ''),
      change: text?.change ?? null,
      kept,
      stands: text !== undefined && said.has(text._id),
    })),
  }
}
