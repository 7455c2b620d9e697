import type { Agency, Role } from '@cte-align/contracts'
import { problem } from '../errors.ts'
import type { SignIn } from './sign-in.ts'

/** Made-up people, one for each kind of work. Anybody may be any of them: for development and for trying out. */
const PERSONAS: { key: string; name: string; agency: Agency; role: Role; does: string }[] = [
  {
    key: 'cde-editor',
    name: 'Example Editor',
    agency: 'CDE',
    role: 'editor',
    does: 'Drafts proposals and crosswalk relations, answers comments, keeps the code set',
  },
  {
    key: 'cde-approver',
    name: 'Example Approver',
    agency: 'CDE',
    role: 'approver',
    does: 'Reviews proposals: approves them or returns them; accepts relations',
  },
  {
    key: 'cde-publisher',
    name: 'Example Publisher',
    agency: 'CDE',
    role: 'publisher',
    does: 'Schedules and publishes releases',
  },
  {
    key: 'cde-administrator',
    name: 'Example Administrator',
    agency: 'CDE',
    role: 'administrator',
    does: 'Does all that CDE may, and redacts comments',
  },
  {
    key: 'ctc-analyst',
    name: 'Example Analyst',
    agency: 'CTC',
    role: 'editor',
    does: "Works through CTC's queue, drafts rule editions, follows workflows",
  },
  {
    key: 'ctc-approver',
    name: 'Example Rule Approver',
    agency: 'CTC',
    role: 'approver',
    does: 'Signs for CTC, puts rule editions in force, decides who keeps what',
  },
  {
    key: 'calpads-editor',
    name: 'Example Code Editor',
    agency: 'CALPADS',
    role: 'editor',
    does: "Works through CALPADS's queue, drafts code-change plans",
  },
  {
    key: 'calpads-approver',
    name: 'Example Code Approver',
    agency: 'CALPADS',
    role: 'approver',
    does: 'Signs for CALPADS, publishes editions of the code set',
  },
  {
    key: 'commenter',
    name: 'Example Commenter',
    agency: 'CDE',
    role: 'commenter',
    does: 'Records what was said at a hearing or sent in; changes nothing else',
  },
  {
    key: 'viewer',
    name: 'Example Viewer',
    agency: 'CTC',
    role: 'viewer',
    does: "Reads along, and keeps views of CTC's queue",
  },
]

/** Sign-in by choosing from a list. */
export function createPersonas(): SignIn {
  const byKey = new Map(PERSONAS.map(persona => [persona.key, persona]))
  return {
    offer: { kind: 'personas', personas: PERSONAS },
    async begin({ persona }) {
      if (byKey.has(persona)) return persona
      throw problem('CTE_NO_SUCH_PERSONA', { persona, known: [...byKey.keys()].join(', ') })
    },
    whoIs(subject) {
      const persona = byKey.get(subject)
      if (persona === undefined) return null
      const { key, agency, role, name } = persona
      return { actor: { id: `example-${key}`, agency, role }, name }
    },
  }
}
