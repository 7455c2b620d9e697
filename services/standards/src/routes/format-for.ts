import { problem } from '../errors.ts'

/** What the caller names, else likes best of the types offered; the first of them where it does not matter. Throws CTE_NOT_ACCEPTABLE. */
export function formatFor<Name extends string>(
  offered: Readonly<Record<Name, string>>,
  { named, accept = '*/*' }: { named: Name | undefined; accept: string | undefined },
): Name {
  if (named !== undefined) return named
  const names = Object.keys(offered) as Name[]
  const liked = names.map(name => likes(accept, offered[name]))
  const most = Math.max(...liked)
  if (most > 0) return names[liked.indexOf(most)]!
  throw problem('CTE_NOT_ACCEPTABLE', {
    accept: accept.slice(0, 200),
    offered: Object.values(offered).join(' or '),
    formats: names.map(name => `?format=${name}`).join(' or '),
  })
}

/** From 0 to 1: the nearest range that names the type decides (RFC 9110, 12.5.1). */
function likes(accept: string, type: string): number {
  const ranges = new Map(
    accept.split(',').map(range => {
      const [name = '', ...parameters] = range.split(';').map(piece => piece.trim().toLowerCase())
      const quality = parameters.find(parameter => parameter.startsWith('q='))
      return [name, quality === undefined ? 1 : Number(quality.slice(2)) || 0] as const
    }),
  )
  return ranges.get(type) ?? ranges.get(`${type.split('/')[0]}/*`) ?? ranges.get('*/*') ?? 0
}
