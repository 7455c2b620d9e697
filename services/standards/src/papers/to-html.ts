import { hrefOf, inWords, type PublicUrls } from './addresses.ts'
import type { Block, Inline, Line, Paper, Table, Target } from './paper.ts'
import { PAPER_STYLE } from './paper-style.ts'
import { oneLine } from './plain-text.ts'

/** One document that needs nothing else: no script, no other file. Whatever is in the texts stays text. */
export function toHtml(paper: Paper, urls: PublicUrls): string {
  let tables = 0
  const body = paper.blocks.map(block).join('\n')
  const footer = paper.footer.map(block).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(paper.title)}</title>
<style>${PAPER_STYLE}</style>
</head>
<body>
<main>
<p class="kicker">${escaped(paper.kicker)}</p>
<h1>${escaped(paper.title)}</h1>
${body}
</main>
<footer>
${footer}
</footer>
</body>
</html>
`

  function block(given: Block): string {
    switch (given.block) {
      case 'heading':
        return `<h${given.level}${given.newPage ? ' class="new-page"' : ''}>${escaped(given.text)}</h${given.level}>`
      case 'paragraph':
        return `<p>${line(given.line)}</p>`
      case 'note':
        return `<p class="note"><strong>${escaped(given.label)}</strong> ${line(given.line)}</p>`
      case 'list':
        return `<ul>\n${given.items.map(item => `<li>${line(item)}</li>`).join('\n')}\n</ul>`
      case 'terms':
        return `<dl>\n${given.items.map(item => `<dt>${escaped(item.term)}</dt><dd>${line(item.line)}</dd>`).join('\n')}\n</dl>`
      case 'command':
        return `<pre tabindex="0" role="region" aria-label="Command"><code>${escaped(given.text)}</code></pre>`
      case 'table':
        return written(given)
      default:
        return given satisfies never
    }
  }

  /** In a region that scrolls sideways by itself where the page is narrow, and that a keyboard can reach. */
  function written({ caption, columns, rows }: Table): string {
    const id = `table-${++tables}`
    const head = columns.map(column => `<th scope="col">${escaped(column)}</th>`).join('')
    const lines = rows.map(([first, ...cells]) => {
      const rest = cells.map(cell => `<td>${line(cell)}</td>`).join('')
      return `<tr><th scope="row">${line(first!)}</th>${rest}</tr>`
    })
    return `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">
<table>
<caption id="${id}">${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>
</div>`
  }

  function line(given: Line): string {
    return given.map(inline).join('')
  }

  function inline(given: Inline): string {
    if (typeof given === 'string') return escapedAsIs(given)
    if ('words' in given) return `<bdi>${escaped(given.words)}</bdi>`
    if ('code' in given) return `<code>${escaped(given.code)}</code>`
    if ('strong' in given) return `<strong>${escaped(given.strong)}</strong>`
    if ('blank' in given) return `<span class="blank">[${escaped(given.blank)}]</span>`
    if ('figure' in given) return anchor(given.text, given.at, given.about, ` data-count="${given.figure}"`)
    return anchor(given.link, given.at, given.about)
  }

  function anchor(text: string, at: Target, about?: string, data = ''): string {
    const href = hrefOf(at, urls)
    if (href === null) return `<bdi>${escaped(text)}</bdi> <span class="where">(${escaped(inWords(at))})</span>`
    const label = about === undefined ? '' : ` aria-label="${escaped(`${text} ${about}`)}"`
    return `<a href="${escaped(href)}"${data}${label}><bdi>${escaped(text)}</bdi></a>`
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const entities = (text: string): string => text.replace(/[&<>"']/g, mark => ENTITIES[mark]!)
const escaped = (text: string): string => entities(oneLine(text))
/** With the blanks at its ends, which part it from what stands beside it. */
const escapedAsIs = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${escaped(text)}${/\S\s+$/.test(text) ? ' ' : ''}`
