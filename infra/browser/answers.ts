// Answers that a test keeps waiting, or replaces by a problem, until `page.unroute(path)`.
import type { Page, Route } from 'playwright-core'

export interface AnsweredProblem {
  status: number
  code: string
  detail: string
}

/** What matches the path is answered with a problem. */
export const failWith = (page: Page, path: string, problem: AnsweredProblem): Promise<unknown> =>
  page.route(path, route => fulfill(route, problem))

/** What matches the path is answered when the returned function is called: as the service does, or with a problem. */
export async function holdBack(page: Page, path: string, problem?: AnsweredProblem): Promise<() => void> {
  const held = Promise.withResolvers<void>()
  await page.route(path, async route => {
    await held.promise
    await (problem ? fulfill(route, problem) : route.continue())
  })
  return held.resolve
}

const fulfill = (route: Route, problem: AnsweredProblem) =>
  route.fulfill({
    status: problem.status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: 'Away', ...problem }),
  })
