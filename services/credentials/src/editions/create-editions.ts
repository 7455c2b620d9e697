import type { Bus } from '@cte-align/bus'
import type { Log, Outbox } from '@cte-align/service'
import type { Announcements } from '../announcements.ts'
import type { CompareSides } from '../decoder/compare-sides.ts'
import type { DecoderSides } from '../decoder/decoder-sides.ts'
import type { EditionStore } from '../decoder/kept-editions.ts'
import { createAllEditions } from './all-editions.ts'
import { createDrafts, type DraftDeps } from './drafts.ts'
import { createDraftPreview } from './preview-draft.ts'
import { createEditionPublisher, type PublisherParts } from './publish-edition.ts'
import { createSuggestions } from './suggest-operations.ts'

interface Parts extends Pick<DraftDeps, 'db'>, Pick<PublisherParts, 'models' | 'review'> {
  bus: Pick<Bus, 'request'>
  outbox: Outbox
  announce: Announcements
  sides: DecoderSides
  compare: CompareSides
  editions: EditionStore
  now: () => Date
  log: Log
}

/** Everything by which a draft rule edition is written, previewed and put in force. */
export function createEditions(parts: Parts) {
  const drafts = createDrafts(parts)
  return {
    drafts,
    all: createAllEditions(parts),
    preview: createDraftPreview(parts),
    suggest: createSuggestions(parts),
    publisher: createEditionPublisher({ ...parts, drafts }),
    now: parts.now,
  }
}
