// `npm run classifier`: how well the change classes are found, on pairs that no rule was made for and on those it was.
// Prints figures only, never a held-out pair: who has read them cannot tune fairly any more.
import { type Figures, figuresOf } from './figures.ts'
import { answerTo, CLASSES, type Half, type Label, readPairs } from './pairs.ts'

const { pairs, note } = readPairs()
console.log(`${note}\n`)
tell('Held out: no rule was made for these pairs', figures('held-out'))
tell('Tuned on: the rules were made while looking at these', figures('tune'))

function figures(half: Half): Figures {
  return figuresOf(
    pairs.filter(pair => pair.half === half).map(pair => ({ label: pair.class, answer: answerTo(pair) })),
  )
}

function tell(title: string, found: Figures): void {
  console.log(title)
  row('', ...CLASSES.map(short), 'precision', 'recall')
  for (const label of CLASSES) {
    const { precision, recall } = found.perClass[label]
    row(short(label), ...CLASSES.map(answer => found.confusion[label][answer]), inTwo(precision), inTwo(recall))
  }
  console.log(`  rows: the label; columns: the answer. Right: ${found.right} of ${found.pairs}.`)
  console.log(`  Dangerous mistakes (a class too low, or a direction that is not there): ${found.dangerous}`)
  console.log(
    `  Substantive for lack of a rule: ${found.unsure}. Narrowings left to a person: ${found.narrowingsLeft}\n`,
  )
}

function row(first: string, ...cells: (string | number)[]): void {
  console.log(`  ${first.padEnd(12)}${cells.map(cell => String(cell).padStart(12)).join('')}`)
}

function short(label: Label): string {
  return label.replace('scope-', '')
}

function inTwo(share: number | null): string {
  return share === null ? '-' : share.toFixed(2)
}
