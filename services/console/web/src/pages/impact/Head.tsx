import { SEVERITY_ORDER, SeverityTag } from '../../parts/Tags.tsx'
import { AGENCY_WORDS, type Layout } from './impact-filters.ts'
import type { Impacts } from './use-impacts.ts'

interface HeadProps {
  impacts: Impacts
  standing: string
  onFilter: (changes: Partial<Layout>) => void
}

/** How many each agency has to deal with: the number that matters first. Each count shows its rows. */
export const Head = ({ impacts: { counts }, standing, onFilter }: HeadProps) => (
  <section className="impact-head" aria-label="How many are hit">
    {(['ctc', 'calpads'] as const).map(agency => {
      const of = counts[agency]
      const all = of && of.breaking + of.review + of.notice
      return (
        <div className="count" key={agency}>
          <strong>{all === undefined ? '…' : all.toLocaleString('en-US')}</strong>
          <span>{agency === 'ctc' ? 'authorizations and sections of law (CTC)' : 'course codes (CALPADS)'}</span>
          <div className="row small impact-severities">
            {of &&
              SEVERITY_ORDER.filter(severity => of[severity] > 0).map(severity => (
                <button
                  type="button"
                  className="impact-count"
                  key={severity}
                  aria-label={`Show ${of[severity]} ${severity} of ${AGENCY_WORDS[agency]}`}
                  onClick={() => onFilter({ agency, severity })}
                >
                  <SeverityTag severity={severity} count={of[severity]} />
                </button>
              ))}
          </div>
        </div>
      )
    })}
    <p className="soft small">{standing}</p>
  </section>
)
