// From a draft to something that may be published: the steps that each agency takes, over HTTP.
import { createServiceClient, type ServiceClient } from './http.ts'

interface Standing {
  state: string
  equity: string | null
}
interface Approvals {
  digest: string
  signOffs: { agency: 'CDE' | 'CTC' | 'CALPADS'; standing: string }[]
}

/**
 * Fills in equity, submits, approves as CDE, and acknowledges for each agency that the impact concerns. Goes on from wherever the
 * proposal stands, so that it may be called again after a crash.
 */
export async function approve(standards: ServiceClient, proposal: string, equity: string): Promise<void> {
  const path = `/proposals/${proposal}`
  const take = async (client: ServiceClient, step: string, body: object) =>
    client.post(`${path}/${step}`, body, { 'if-match': (await standards.read(path)).etag ?? '' })
  const { state, equity: said } = await standards.get<Standing>(path)
  if (state === 'publishing' || state === 'published') return
  if (said === null) await standards.patch(path, { equity }, { 'if-match': (await standards.read(path)).etag ?? '' })
  if (state === 'draft') await take(standards, 'submit', { reason: 'Ready to be looked at' })
  const { digest, signOffs } = await standards.get<Approvals>(`${path}/approvals`)
  for (const { agency, standing } of signOffs) {
    if (standing === 'holds' || standing === 'not-needed') continue
    if (agency === 'CDE') {
      await take(standards, 'approvals', { decision: 'approve', reason: 'As previewed', digest })
      continue
    }
    const signer = createServiceClient(standards.url, `id=signer; agency=${agency}; role=approver`)
    await take(signer, 'approvals', { decision: 'acknowledge', reason: 'Seen in the preview', digest })
  }
}
