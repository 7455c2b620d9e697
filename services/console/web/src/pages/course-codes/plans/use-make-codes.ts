import { answerOf } from '@cte-align/client'
import { useQueryClient } from '@tanstack/react-query'
import { courseCodes } from '../../../data/api.ts'
import { codesIn } from '../sequences/what-if.ts'
import { type EntryForm, newCodeOn, type OldCode } from './entry-form.ts'

type Place = Parameters<typeof newCodeOn>[0]

/** Adds new codes on places, with title and level of the code that they follow as it stands in the year. */
export function useMakeCodes(
  form: EntryForm,
  set: (change: (old: EntryForm) => EntryForm) => void,
  schoolYear: string,
) {
  const queries = useQueryClient()
  const old = async (): Promise<OldCode | undefined> => {
    const [first] = codesIn(form.from)
    if (first === undefined) return undefined
    const read = () =>
      answerOf(
        courseCodes.GET('/code-sets/{schoolYear}', { params: { path: { schoolYear }, query: { q: first, limit: 1 } } }),
      )
    // What it cannot read, people can still type.
    const found = await queries
      .fetchQuery({ queryKey: ['course-codes', 'code-set-row', schoolYear, first], queryFn: read })
      .catch(() => undefined)
    const row = found?.data.items.find(({ code }) => code === first)
    return row && { title: row.title, level: row.level ?? '', sectorName: row.sectorName }
  }
  return async (places: Place[]): Promise<void> => {
    const before = await old()
    set(now => ({ ...now, newCodes: [...now.newCodes, ...places.map(place => newCodeOn(place, before))] }))
    // One goes on with the number of the first that was made.
    const number = form.newCodes.length + 1
    setTimeout(() => document.querySelector<HTMLElement>(`.new-code[data-number="${number}"] input`)?.focus(), 50)
  }
}
