import type { StreamMessage } from '@cte-align/bus'
import { Actor, readActor, Source } from '@cte-align/contracts'
import { z } from 'zod'
import { shorten } from './shorten.ts'

/** An event as the log shows it. */
export const LoggedEvent = z.object({
  position: z.int().meta({ description: 'On the stream, from 1' }),
  id: z.string(),
  source: Source,
  type: z.string(),
  subject: z.string(),
  time: z.string(),
  sequence: z.string().meta({ description: 'Among the events of its source' }),
  correlationid: z.string(),
  causationid: z.string().nullable(),
  actor: Actor.nullable().meta({ description: 'null: the event does not say who' }),
  data: z.unknown(),
  partial: z.literal(true).optional().meta({ description: 'The data was too long and is shown in part' }),
})
export type LoggedEvent = z.infer<typeof LoggedEvent>

/** As much of the envelope as the log needs. Loose, so that an event that is newer than this gateway is shown, too. */
const Envelope = z.looseObject({
  id: z.string(),
  source: Source,
  type: z.string(),
  subject: z.string(),
  time: z.string(),
  sequence: z.string().regex(/^[0-9]+$/),
  correlationid: z.string(),
  causationid: z.string().optional(),
  actor: z.string().optional(),
  data: z.unknown(),
})

/** What lies on the stream as an entry of the log. Throws where it is no event. */
export function toLoggedEvent({ sequence: position, raw }: StreamMessage): LoggedEvent {
  const event = Envelope.parse(JSON.parse(new TextDecoder().decode(raw)))
  const { id, source, type, subject, time, sequence, correlationid, causationid = null, actor } = event
  return {
    ...{ position, id, source, type, subject, time, sequence, correlationid, causationid },
    actor: actor === undefined ? null : actorIn(actor),
    ...shorten(event.data),
  }
}

/** What cannot be read names nobody. */
function actorIn(text: string): Actor | null {
  const read = readActor(text)
  return 'actor' in read ? read.actor : null
}
