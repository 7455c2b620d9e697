import t from 'tap'
import { EACH_STEP_EVERYWHERE, EACH_STEP_ONCE, killAt, type Outcome, table } from '../chaos/fail-points.ts'
import { startLoadedSystem } from './loaded-system.ts'

/** `CTE_KILLS=100 npm test -- infra/test/fail-points.test.ts` kills each step in every service that often. */
const rounds = Number(process.env.CTE_KILLS ?? 1)
const each = rounds > 1 ? EACH_STEP_EVERYWHERE : EACH_STEP_ONCE
const kills = Array.from({ length: rounds }, () => each).flat()

// A kill takes a few seconds, on a busy machine ten and more.
t.setTimeout(kills.length * 30_000)

// What a killed service had taken comes again after five seconds instead of thirty, or the test would mostly wait.
t.test('a service killed at any step of the road loses no flag and makes none twice', async t => {
  const { system, services } = await startLoadedSystem(t, 'chaos', { CTE_ACK_WAIT_MS: '5000' })
  const outcomes: Outcome[] = []
  for (const nth of kills.keys()) {
    const outcome = await killAt({ system, services, kills }, nth)
    outcomes.push(outcome)
    const { service, step, signal, lost, doubled, strange } = outcome
    t.strictSame(
      { signal, lost, doubled, strange },
      { signal: 'SIGKILL', lost: [], doubled: [], strange: [] },
      `${service} killed at ${step}: ${outcome.expected} flags, none lost, none double`,
    )
  }
  for (const line of table(outcomes)) t.comment(line)
})
