import type { Workflow } from '../use-open-workflows.ts'

type Step = Workflow['steps'][number]
export interface StepToDo<W, S> {
  workflow: W
  step: S
}

/** Steps that nothing keeps from being done; those that must be done first come first, those whose day nobody knows last. */
export function stepsToDo<S extends Pick<Step, 'state' | 'latest'>, W extends { steps: S[] }>(
  workflows: readonly W[],
): StepToDo<W, W['steps'][number]>[] {
  const day = ({ step }: StepToDo<W, S>) => step.latest.finish ?? '9999'
  return workflows
    .flatMap(workflow => workflow.steps.map(step => ({ workflow, step })))
    .filter(({ step }) => step.state === 'ready' || step.state === 'in-progress')
    .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}
