/** Rows for a terminal and for Markdown alike; numbers stand to the right. */
export function table(columns: string[], rows: (string | number)[][]): string {
  const widths = columns.map((name, n) => Math.max(name.length, ...rows.map(row => String(row[n]).length)))
  const isNumber = columns.map((_, n) => rows.every(row => typeof row[n] === 'number'))
  const cell = (value: string | number, n: number) =>
    isNumber[n] ? String(value).padStart(widths[n]!) : String(value).padEnd(widths[n]!)
  const line = (cells: (string | number)[]) => `| ${cells.map(cell).join(' | ')} |`
  const rule = widths.map((width, n) => (isNumber[n] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  return [line(columns), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}
