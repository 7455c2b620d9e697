import type { CourseLevel } from '@cte-align/contracts'
import type { CodeChangeGiven, PathwaySplit, PlacedCode, SequencePathway } from '../src/index.ts'

const framework = 'ca-mcs-2013'

export const way = (item: string, code: string | null = null): SequencePathway => ({
  ...{ framework, item, code },
  name: `Name of ${item}`,
})

/** `course('7311', 'concentrator', 'BCT.A')`, in force from 2020-21 to 2039-40 unless said otherwise. */
export const course = (code: string, level: CourseLevel, items: string, more: Partial<PlacedCode> = {}): PlacedCode => {
  const places = items.split(' ').map(item => ({ framework, item, verified: true }))
  return {
    ...{ code, level, places, title: `Course ${code}`, spansStrands: false },
    ...{ effectiveFrom: '2020-21', effectiveTo: '2039-40', formerly: places.map(({ item }) => ({ framework, item })) },
    ...more,
  }
}
export const dateless = { effectiveFrom: null, effectiveTo: null }

export const change = (from: string, to: string, schoolYear: string | null, more = {}): CodeChangeGiven => {
  const codes = (text: string) => text.split(' ').filter(Boolean)
  return { from: codes(from), to: codes(to), schoolYear, successor: to === '' ? 'unknown' : 'named', ...more }
}

/** `splitting('BCT.A', { 7311: 'BCT.X', 7312: 'BCT.Y' })`; codes that are not named are undecided. */
export const splitting = (
  pathway: string,
  assigned: Record<string, string>,
  into = ['BCT.X', 'BCT.Y'],
): PathwaySplit => ({
  ...{ framework, pathway, title: `Title of ${pathway}` },
  successors: into.map(key => ({ key, title: `Title of ${key}` })),
  assignments: Object.entries(assigned).map(([code, successor]) => ({ code, successor })),
})
