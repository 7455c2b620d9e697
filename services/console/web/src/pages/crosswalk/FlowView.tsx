import { Alert } from '../../parts/Alert.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { FlowDiagram } from './FlowDiagram.tsx'
import { matrixOf } from './matrix.ts'
import { Legend } from './RelationMark.tsx'
import { RelationsTable } from './RelationsTable.tsx'
import { useAllOf } from './use-all-of.ts'

/** The two frameworks side by side with a band for each relation, and under it a table with exactly the same rows. */
export function FlowView({ crosswalk }: { crosswalk: string }) {
  const all = useAllOf(crosswalk)
  return (
    <Shown of={all} what="the relations" lines={14}>
      {({ from, to, relations }) => {
        const { rows, columns } = matrixOf(from, to, relations)
        return (
          <div className="stack">
            {all.partial && (
              <Alert kind="warning">
                Only the first {relations.length} relations are drawn, and only they are in the table below.
              </Alert>
            )}
            <FlowDiagram from={rows} to={columns} relations={relations} />
            <Legend />
            <h2>The same in a table</h2>
            <RelationsTable
              caption="The relations that are drawn above"
              relations={relations}
              total={relations.length}
            />
          </div>
        )
      }}
    </Shown>
  )
}
