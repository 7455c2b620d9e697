import { type Block, counted, figure, type Line, link, list, paragraph, table, words } from './paper.ts'
import type { AgencyData, PaperData, Row } from './paper-data.ts'
import { plainChange } from './plain-change.ts'
import type { Sources } from './sources.ts'
import { stateWords, why } from './why.ts'
import { CLASS_WORDS, CLOCKS, capital, DEPENDENTS, dateOf, isDraft, SEVERITIES, SEVERITY_WORDS } from './wording.ts'

export function severityTable({ agencies }: PaperData, sources: Sources): Block[] {
  const rows = SEVERITIES.map((severity): Line[] => {
    const { name, means } = SEVERITY_WORDS[severity]
    return [
      [`${name} (${severity})`],
      [means],
      ...[agencies.ctc, agencies.calpads].map(
        (agency): Line => [
          figure(
            agency.bySeverity[severity],
            `${DEPENDENTS[agency.agency][1]}, ${severity}`,
            sources.dependents(agency, { severity }),
          ),
        ],
      ),
    ]
  })
  const columns = ['Severity', 'What it asks', 'Teaching authorizations (CTC)', 'Course codes (CALPADS)']
  return table('Records touched, by what they ask of their owner', columns, rows)
}

export function classTable({ changes }: PaperData, sources: Sources): Block[] {
  const rows = Object.entries(changes.byClass).map(([name, count]): Line[] => {
    const { name: said, means } = CLASS_WORDS[name as keyof typeof CLASS_WORDS]
    const at = sources.changes({ class: name as keyof typeof CLASS_WORDS })
    return [
      [said.toLowerCase() === name ? said : `${said} (${name})`],
      [means],
      [figure(count, `changes of class ${name}`, at)],
    ]
  })
  return table('Changes by kind', ['Kind', 'What it means', 'Changes'], rows)
}

/** The changes that somebody made, in words, each with whom it touches. */
export function changesTable({ changes, agencies }: PaperData, sources: Sources, most: number): Block[] {
  const rows = changes.shown.slice(0, most).map((change): Line[] => {
    const { item } = change
    const cell = (agency: AgencyData): Line => [
      figure(
        agency.byItem.get(item.id) ?? 0,
        `${DEPENDENTS[agency.agency][1]} touched by the change to ${item.key}`,
        sources.dependents(agency, { item: item.id }),
      ),
    ]
    return [
      [link(item.key, sources.changes({ item: item.id }), `(${item.kind}), the change in full`)],
      plainChange(change),
      [CLASS_WORDS[change.class].name],
      cell(agencies.ctc),
      cell(agencies.calpads),
    ]
  })
  const columns = ['Item', 'Change', 'Kind', 'Authorizations touched', 'Course codes touched']
  const left = changes.total - rows.length
  return [
    ...table('The changes, those with the widest effect first', columns, rows),
    ...(left === 0 || rows.length === 0
      ? []
      : [
          paragraph(
            `Shown here: ${rows.length} of `,
            counted(changes.total, ['change', 'changes'], sources.changes()),
            '. The others follow from these (what stood inside a retired or split item goes along) or are of less effect; the link lists all.',
          ),
        ]),
  ]
}

export function datesTable(data: PaperData): Block[] {
  const rows = CLOCKS.map(({ clock, whose, what }): Line[] => [[whose], [capital(what)], [dateOf(data.dates, clock)]])
  const planned = isDraft(data) ? 'Planned dates' : 'Dates'
  return [
    ...table(planned, ['Who', 'What', 'Date'], rows),
    ...list(data.warnings.map(({ message }): Line => [{ strong: 'Look at this:' }, ' ', words(`${message}.`)])),
    paragraph('"unknown" means that nobody has set the date. It is not a guess that there is none.'),
  ]
}

/** Rows of one severity with what leads to each. The rest is counted and linked. */
export function rowsTable(
  agency: AgencyData,
  sources: Sources,
  { severity, most, caption }: { severity: Row['severity']; most: number; caption: string },
): Block[] {
  const rows = agency.rows.filter(row => row.severity === severity).slice(0, most)
  const lines = rows.map((row): Line[] => [
    [link(row.dependent.key, sources.dependent(agency, row), row.flag === null ? '(row of the preview)' : '(flag)')],
    [words(row.dependent.title)],
    why(row),
    ...(row.flag === null ? [] : [[stateWords(row.flag)]]),
  ])
  const columns = ['Record', 'Title', 'Why it is listed', ...(rows[0]?.flag ? ['Where it stands'] : [])]
  const total = agency.bySeverity[severity]
  return [
    ...table(caption, columns, lines),
    ...(total > rows.length && rows.length > 0
      ? [
          paragraph(
            `Shown here: ${rows.length} of `,
            counted(total, DEPENDENTS[agency.agency], sources.dependents(agency, { severity })),
            '.',
          ),
        ]
      : []),
  ]
}
