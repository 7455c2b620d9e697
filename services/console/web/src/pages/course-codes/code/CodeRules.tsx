import type { Answer } from '@cte-align/client'
import { type Column, DataTable } from '../../../parts/DataTable.tsx'
import { Empty } from '../../../parts/Shown.tsx'
import { Code, Unverified } from '../../../parts/Tags.tsx'
import { Unknown } from '../standing.tsx'

type Rule = Answer<'course-codes', '/course-codes/{code}', 'get'>['rules'][number]

const COLUMNS: Column<Rule>[] = [
  {
    key: 'authorization',
    head: 'Authorization',
    rowHead: true,
    cell: ({ rule, authorization }) => (
      <>
        {authorization?.title ?? <Unknown />} <Code>{authorization?.key ?? rule.id}</Code>
      </>
    ),
  },
  {
    key: 'condition',
    head: 'Condition',
    cell: ({ rule }) => (
      <>
        {rule.condition ?? <span className="soft">none stated</span>} {!rule.verified && <Unverified />}
      </>
    ),
  },
  {
    key: 'twins',
    head: 'Examination twins (inferred)',
    cell: ({ twins }) =>
      twins.length === 0 ? <span className="soft">none</span> : twins.map(({ key }) => <Code key={key}>{key}</Code>),
  },
]

/** Who may teach it, by CTC's assignment rules. */
export const CodeRules = ({ rules }: { rules: Rule[] }) => (
  <section aria-labelledby="code-rules">
    <h2 id="code-rules">Who may teach it</h2>
    {rules.length === 0 ? (
      <Empty>No assignment rule names it: as far as CTC's table says, nobody may teach it.</Empty>
    ) : (
      <DataTable
        caption={`${rules.length} assignment ${rules.length === 1 ? 'rule admits' : 'rules admit'} to it`}
        columns={COLUMNS}
        rows={rules}
        rowKey={({ rule }) => rule.id}
      />
    )}
  </section>
)
