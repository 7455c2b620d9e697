import { answerOf } from '@cte-align/client'
import { standards } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import type { Drafted } from './draft.ts'
import { crosswalkKey } from './use-crosswalk.ts'
import type { Relation } from './words.ts'

/** Drafts a relation; taking it back takes it out again, which its history tells. */
export const useDraftRelation = (crosswalk: string, onDone?: (relation: Relation) => void) =>
  useAct(
    (drafted: Drafted) =>
      standards.POST('/crosswalks/{key}/relations', { params: { path: { key: crosswalk } }, body: drafted }),
    {
      touches: [crosswalkKey(crosswalk)],
      done: ({ data }) =>
        `Drafted: ${data.from.key} – ${data.to?.key ?? 'no counterpart'}. Nobody has verified it yet.`,
      undo:
        ({ data, etag }) =>
        () =>
          answerOf(
            standards.POST('/crosswalks/{key}/relations/{id}/removal', {
              params: { path: { key: crosswalk, id: data.id }, header: { 'if-match': etag ?? '' } },
              body: { reason: 'Taken back at once by whoever drafted it' },
            }),
          ),
      ...(onDone && { onDone: ({ data }) => onDone(data) }),
    },
  )
