// Small builders for the tests of comments and of the docket.
import type { OperationInput } from '@cte-align/contracts'
import type { Answer, Standards } from './standards.ts'

export const STAFF = 'id=sam; agency=CTC; role=commenter'
export const RETITLE: OperationInput = { op: 'retitle', item: 'EEU', title: 'Energy (hypothetical)' }
export const RECODE: OperationInput = { op: 'recode', item: 'EEU.A1.1', code: 'A1.9' }

/** A proposal, and what tests do with its comments. */
export async function commenting(system: Standards, operations: OperationInput[] = [RETITLE, RECODE]) {
  const { id, publish } = await system.propose('mcs', operations)
  const url = `/proposals/${id}/comments`
  const post = (body: object, actor = STAFF) =>
    system.call(
      'POST',
      url,
      { session: { kind: 'online' }, commenterRole: 'teacher', ...body },
      { 'x-cte-actor': actor },
    )
  return {
    id,
    url,
    publish,
    post,
    async said(text: string, more: object = {}): Promise<{ id: string; number: number }> {
      const answer = await post({ text, ...more })
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
      return answer.body
    },
    step: (
      comment: { id: string },
      step: string,
      body: object,
      version = 1,
      actor = 'id=ed; agency=CDE; role=editor',
    ) =>
      system.call('POST', `${url}/${comment.id}/${step}`, body, { 'x-cte-actor': actor, 'if-match': `"v${version}"` }),
    list: async (query = '') => (await system.call('GET', `${url}?${query}`)).body.items,
    summary: async () => (await system.call('GET', `${url}/summary`)).body,
    async edit(next: OperationInput[]): Promise<Answer> {
      const { etag } = await system.call('GET', `/proposals/${id}`)
      return system.call('PUT', `/proposals/${id}/operations`, { operations: next }, { 'if-match': etag! })
    },
    send: (csv: string, dryRun = false) =>
      system.call('POST', `${url}/import?dryRun=${dryRun}`, csv, { 'x-cte-actor': STAFF, 'content-type': 'text/csv' }),
  }
}
