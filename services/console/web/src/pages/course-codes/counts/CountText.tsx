/** A count as it may be told: small cells are not, and what nobody has loaded is unknown. */
export function CountText({ count, suppressed }: { count: number | null; suppressed: boolean }) {
  if (count === null)
    return suppressed ? (
      <span title="One to ten people may tell who they are">not told (1 to 10)</span>
    ) : (
      <span className="soft">not loaded</span>
    )
  return (
    <>
      {suppressed && 'at least '}
      {count.toLocaleString('en-US')}
    </>
  )
}
