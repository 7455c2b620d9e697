import { Alert } from '../../parts/Alert.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { useMedia } from '../../parts/use-media.ts'
import { MatrixGrid } from './MatrixGrid.tsx'
import { MatrixList } from './MatrixList.tsx'
import { matrixOf } from './matrix.ts'
import { Legend } from './RelationMark.tsx'
import { useAllOf } from './use-all-of.ts'

/** More cells than this are no picture any more. */
const MOST_CELLS = 12_000

/** Every item of one end against every item of the other; a list where the window is narrow. */
export function MatrixView({ crosswalk }: { crosswalk: string }) {
  const all = useAllOf(crosswalk)
  const narrow = useMedia('(max-width: 48rem)')
  return (
    <Shown of={all} what="the matrix" lines={14}>
      {({ from, to, relations }) => {
        const matrix = matrixOf(from, to, relations)
        const cells = matrix.rows.length * matrix.columns.length
        return (
          <div className="stack">
            {all.partial && (
              <Alert kind="warning">
                Only the first {relations.length} relations are drawn. The relations, with filters, has all of them.
              </Alert>
            )}
            {narrow || cells > MOST_CELLS ? (
              <MatrixList matrix={matrix} relations={relations} />
            ) : (
              <MatrixGrid matrix={matrix} crosswalk={crosswalk} />
            )}
            <Legend />
          </div>
        )
      }}
    </Shown>
  )
}
