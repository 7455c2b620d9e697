import t from 'tap'
import { carryOut, type Flag, flagsOf } from '../seed/changes.ts'
import { readAll } from '../seed/http.ts'
import { startLoadedSystem } from './loaded-system.ts'

type Row = { id: string; disposition: string | null; supersedes: string | null; supersededBy: string | null }

if (process.env.MONGODB_URI === undefined) t.plan(0, 'npm test starts the servers and sets MONGODB_URI')
else
  t.test('an erratum that restores a retired sector supersedes its flags at both agencies', async t => {
    const { services } = await startLoadedSystem(t, 'mlopez')
    const framework = 'ca-mcs-2013'
    const retired = await carryOut(
      services,
      {
        framework,
        title: 'EEU retires (hypothetical)',
        operations: [{ op: 'retire', item: 'EEU', successors: 'none' }],
      },
      { reason: 'To see what it does' },
    )
    const restored = await carryOut(
      services,
      {
        framework,
        title: 'EEU was retired by mistake (hypothetical)',
        corrects: retired.release,
        operations: [{ op: 'restore', item: 'EEU' }],
      },
      { reason: 'The wrong sector' },
    )
    const { body } = await services.standards.read<{ corrects: string }>(`/releases/${restored.release}`)
    t.equal(body.corrects, retired.release)
    for (const [service, before, after] of [
      [services.credentials, retired.ctc.flags, restored.ctc.flags],
      [services.courseCodes, retired.calpads.flags, restored.calpads.flags],
    ] as const) {
      const by = new Map((await readAll<Row>(service, '/flags?limit=200')).map(row => [row.id, row]))
      const heirs = new Map(after.map(flag => [flag.dependent.key, flag.id]))
      t.ok(before.filter(flag => heirs.has(flag.dependent.key)).length > 3)
      for (const { id, dependent, causes } of before) {
        const heir = heirs.get(dependent.key)
        if (heir === undefined) {
          // A restoration breaks nothing, so it has no second order: such a flag is for a person to close.
          t.ok(
            causes.every(cause => cause.order === 2),
            dependent.key,
          )
          t.match(by.get(id), { state: 'open', supersededBy: null }, dependent.key)
          continue
        }
        t.match(by.get(id), { disposition: 'superseded', supersededBy: heir }, dependent.key)
        t.match(by.get(heir), { state: 'open', supersedes: id }, dependent.key)
      }
      const flags = (await flagsOf(service, restored.release)) as (Flag & Row)[]
      const one = flags.find(flag => flag.supersedes !== null)!
      t.match(one, {
        correction: {
          release: retired.release,
          untouched: [],
          note: `The change of ${retired.release} was taken back`,
        },
      })
      const open = { to: 'open', reason: 'Mine again' }
      const moved = service.post(`/flags/${one.supersedes}/transitions`, open, { 'if-match': '"v2"' })
      t.equal(await moved.then(() => 'moved').catch((error: { code?: string }) => error.code), 'CTE_FLAG_SUPERSEDED')
    }
  })
