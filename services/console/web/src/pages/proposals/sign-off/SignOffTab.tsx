import { Shown } from '../../../parts/Shown.tsx'
import { Code, Tag } from '../../../parts/Tags.tsx'
import { momentText } from '../../../parts/times.ts'
import { useHere } from '../use-proposal.ts'
import { isSignable, type Proposal, type Stand } from '../words.ts'

const STANDINGS = {
  holds: 'Holds',
  lapsed: 'No longer holds',
  missing: 'Not signed',
  'not-needed': 'Not needed: nothing of theirs is hit',
} as const
const PUBLISHABLE = {
  yes: 'Everybody concerned has signed: a CDE publisher may publish it.',
  over: 'A CDE publisher may publish it only over what stands against it, with a reason that is kept.',
  no: 'It may not be published as it is: CDE has not approved this revision with these impacts.',
} as const

/** Who must sign, who has, and what of it holds. The buttons to sign stand at the top of the page. */
export function SignOffTab() {
  const { proposal, approvals } = useHere()
  if (!isSignable(proposal.state)) return <Signed proposal={proposal} />
  return (
    <Shown of={approvals} what="the sign-offs" lines={6}>
      {({ revision, digest, signOffs, publishable, obstacles }) => (
        <div className={approvals.old ? 'being-renewed stack' : 'stack'}>
          <p>{PUBLISHABLE[publishable]}</p>
          {obstacles.length > 0 && (
            <ul>
              {obstacles.map(obstacle => (
                <li key={obstacle}>{obstacle}</li>
              ))}
            </ul>
          )}
          <div className="columns">
            {signOffs.map(stand => (
              <StandCard key={stand.agency} stand={stand} />
            ))}
          </div>
          <p className="soft small">
            Words bind to revision {revision} and to the impacts with digest <Code>{digest}</Code>. They lapse when
            either changes. CDE approves; CTC and CALPADS acknowledge or object, each where its records are hit.
          </p>
        </div>
      )}
    </Shown>
  )
}

function StandCard({ stand: { agency, standing, why, signOff } }: { stand: Stand }) {
  const kind = standing === 'holds' ? (signOff?.decision === 'object' ? 'breaking' : 'good') : undefined
  return (
    <section className="card" aria-label={agency}>
      <h2 className="first">
        {agency}{' '}
        {kind ? (
          <Tag kind={kind}>{kind === 'good' ? STANDINGS[standing] : 'Objects'}</Tag>
        ) : (
          <Tag>{STANDINGS[standing]}</Tag>
        )}
      </h2>
      {signOff && (
        <>
          <p>
            <strong>{DECISIONS[signOff.decision]}</strong> by {signOff.by.id}, {momentText(signOff.at)}, revision{' '}
            {signOff.revision}
          </p>
          <p>{signOff.reason}</p>
        </>
      )}
      {why && signOff && <p className="soft">{why}</p>}
    </section>
  )
}
const DECISIONS = { approve: 'Approved', acknowledge: 'Acknowledged', object: 'Objected' } as const

/** Before review nobody signs; afterwards it is what the record says. */
function Signed({ proposal: { state, approval, signOffs } }: { proposal: Proposal }) {
  const said = [
    ['CDE', approval],
    ['CTC', signOffs.CTC],
    ['CALPADS', signOffs.CALPADS],
  ] as const
  return (
    <>
      {state === 'draft' && (
        <p>Nobody signs a draft. Once it is submitted, CDE approves and the agencies that are hit sign.</p>
      )}
      <ul className="plain-list stack">
        {said.map(
          ([agency, signOff]) =>
            signOff && (
              <li className="card" key={agency}>
                <strong>
                  {agency}: {DECISIONS[signOff.decision]}
                </strong>{' '}
                by {signOff.by.id}, {momentText(signOff.at)}, revision {signOff.revision}. {signOff.reason}
              </li>
            ),
        )}
      </ul>
      {state !== 'draft' && said.every(([, signOff]) => signOff === null) && <p>Nobody had signed.</p>}
    </>
  )
}
