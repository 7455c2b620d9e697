import { hrefOf, inWords, type PublicUrls } from './addresses.ts'
import type { Block, Inline, Line, Paper, Table, Target } from './paper.ts'
import { oneLine } from './plain-text.ts'

/** The paper as GitHub-flavoured Markdown. Whatever is in the texts stays text: no mark of theirs becomes a heading, a cell, a link or HTML. */
export function toMarkdown(paper: Paper, urls: PublicUrls): string {
  const parts = [
    `**${escaped(paper.kicker)}**`,
    `# ${escaped(paper.title)}`,
    ...paper.blocks.map(block),
    '---',
    ...paper.footer.map(block),
  ]
  return `${parts.join('\n\n')}\n`

  function block(given: Block): string {
    switch (given.block) {
      case 'heading':
        return `${'#'.repeat(given.level)} ${escaped(given.text)}`
      case 'paragraph':
        return atStart(line(given.line))
      case 'note':
        return `> **${escaped(given.label)}** ${line(given.line)}`
      case 'list':
        return given.items.map(item => `- ${atStart(line(item))}`).join('\n')
      case 'terms':
        return given.items.map(item => `- **${escaped(item.term)}**: ${line(item.line)}`).join('\n')
      case 'command':
        return fenced(given.text)
      case 'table':
        return written(given)
      default:
        return given satisfies never
    }
  }

  function written({ caption, columns, rows }: Table): string {
    const row = (cells: readonly string[]) => `| ${cells.map(cell => (cell === '' ? ' ' : cell)).join(' | ')} |`
    return [
      `**${escaped(caption)}**`,
      '',
      row(columns.map(escaped)),
      row(columns.map(() => '---')),
      ...rows.map(cells => row(cells.map(line))),
    ].join('\n')
  }

  function line(given: Line): string {
    return given.map(inline).join('')
  }

  function inline(given: Inline): string {
    if (typeof given === 'string') return escapedAsIs(given)
    if ('words' in given) return escaped(given.words)
    if ('code' in given) return escaped(given.code)
    if ('strong' in given) return `**${escaped(given.strong)}**`
    if ('blank' in given) return `\\[${escaped(given.blank)}\\]`
    const text = 'figure' in given ? given.text : given.link
    return anchor(text, given.at, given.about)
  }

  function anchor(text: string, at: Target, about?: string): string {
    const href = hrefOf(at, urls)
    if (href === null) return `${escaped(text)} (${escaped(inWords(at))})`
    const title = about === undefined ? '' : ` "${escaped(about).replaceAll('"', '&quot;')}"`
    return `[${escaped(text)}](<${href}>${title})`
  }
}

/** Every mark that can mean something within a line, also to those who make links of bare addresses. */
const escaped = (text: string): string =>
  oneLine(text)
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '&amp;')
    .replace(/[\\`*_[\]|~^$]/g, mark => `\\${mark}`)
    .replace(/!(?=\\\[|$)/g, '\\!')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/@(?=[\w-]+\.)/g, '&#64;')
    .replace(/\bwww\./gi, found => `${found.slice(0, 3)}&#46;`)

const escapedAsIs = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${escaped(text)}${/\S\s+$/.test(text) ? ' ' : ''}`

/** What would begin a heading, a list or a rule if it stood first in its line. */
const atStart = (text: string): string => text.replace(/^([#+=-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2')

function fenced(text: string): string {
  const clean = text.split('\n').map(oneLine).join('\n')
  const longest = Math.max(2, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${clean}\n${fence}`
}
