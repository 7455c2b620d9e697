import t from 'tap'
import { EACH_STEP_EVERYWHERE, EACH_STEP_ONCE, killIn, type Outcome, table } from '../chaos/fail-points.ts'
import { startLoadedSystem } from './loaded-system.ts'

/** `CTE_KILLS=100 npm test -- infra/test/fail-points.test.ts` kills each step in every service that often. */
const times = Number(process.env.CTE_KILLS ?? 1)
const each = times > 1 ? EACH_STEP_EVERYWHERE : EACH_STEP_ONCE
const rounds = Array.from({ length: times }, () => each).flat()

// A kill takes a few seconds, on a busy machine ten and more.
t.setTimeout(rounds.flat().length * 30_000)

// What a killed service had taken comes again after five seconds instead of thirty, or the test would mostly wait.
t.test('services killed at any step of the road lose no flag and make none twice', async t => {
  const { system, services } = await startLoadedSystem(t, 'chaos', { CTE_ACK_WAIT_MS: '5000' })
  const outcomes: Outcome[] = []
  for (const nth of rounds.keys()) {
    const outcome = await killIn({ system, services, rounds }, nth)
    outcomes.push(outcome)
    const { kills, lost, doubled, strange } = outcome
    t.strictSame(
      { signals: kills.map(({ signal }) => signal), lost, doubled, strange },
      { signals: kills.map(() => 'SIGKILL'), lost: [], doubled: [], strange: [] },
      `${kills.map(({ service, step }) => `${service} at ${step}`).join(', ')}: ${outcome.expected} flags, none lost, none double`,
    )
  }
  for (const line of table(outcomes)) t.comment(line)
})
