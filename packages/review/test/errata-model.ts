/**
 * What flags there must be after releases, errata, late links and people's moves, worked out a second time in memory, one
 * thing after the other. Texts of items are letters; a flag is named `release dependent`.
 */
export interface Expected {
  causes: string[]
  state: string
  owner: string | null
  disposition: string | null
  coveredBy: string[]
  supersedes: string | null
  supersededBy: string | null
  takesBack: string[]
}
interface Kept extends Expected {
  name: string
  release: number
  dependent: string
  attested: string[]
}
interface Release {
  number: number
  corrects: number | null
  before: Map<string, string>
  after: Map<string, string>
}

export function createModel() {
  const releases: Release[] = []
  const flags = new Map<string, Kept>()
  const linked = new Map<string, Set<string>>()
  const texts = new Map<string, string>()
  const find = (release: number | null, dependent: string) => flags.get(`${release} ${dependent}`)
  const itemOf = (cause: string) => cause.split(' ')[0]!

  /** Earlier flags in which people attested all the causes; none where one is new. */
  function covering(dependent: string, before: number, causes: string[]): string[] {
    const missing = new Set(causes)
    const used: string[] = []
    for (const flag of [...flags.values()].sort((a, b) => a.release - b.release)) {
      if (flag.dependent !== dependent || flag.state !== 'resolved' || flag.release >= before) continue
      const here = flag.attested.filter(cause => missing.delete(cause))
      if (here.length > 0) used.push(flag.name)
    }
    return missing.size === 0 ? used : []
  }

  function open(flag: Kept): void {
    Object.assign(flag, { state: 'open', disposition: null, coveredBy: [] })
  }

  function close(wrong: Kept, by: Kept): void {
    const closed = { state: 'resolved', disposition: 'superseded', coveredBy: [], attested: [], supersededBy: by.name }
    Object.assign(wrong, closed)
    by.supersedes = wrong.name
  }

  function heirOf(flag: Kept): Kept {
    return flag.supersededBy === null ? flag : heirOf(flags.get(flag.supersededBy)!)
  }

  /** The flag of the first erratum of this flag's release takes over. */
  function passOn(wrong: Kept): void {
    const erratum = releases.find(({ number, corrects }) => corrects === wrong.release && find(number, wrong.dependent))
    if (erratum === undefined) return
    const by = find(erratum.number, wrong.dependent)!
    close(wrong, by)
    if (by.supersededBy === null) by.owner ??= wrong.owner
    if (heirOf(by).state === 'resolved') open(heirOf(by))
  }

  function born({ number, corrects }: Release, dependent: string, causes: string[]): void {
    const named = find(corrects, dependent)
    const wrong = named?.state === 'resolved' ? undefined : named
    const asked = causes.map(itemOf)
    const remains = wrong?.causes.some(cause => !asked.includes(itemOf(cause)))
    const coveredBy = remains ? [] : covering(dependent, number, causes)
    const covered = coveredBy.length > 0
    const flag: Kept = {
      ...{ name: `${number} ${dependent}`, release: number, dependent, causes, coveredBy, disposition: null },
      ...{ state: covered ? 'resolved' : 'open', owner: wrong?.owner ?? null, attested: covered ? causes : [] },
      ...{ supersedes: null, supersededBy: null, takesBack: [] },
    }
    flags.set(flag.name, flag)
    if (wrong !== undefined) close(wrong, flag)
    if (!covered) passOn(flag)
  }

  function assess(release: Release, dependent: string): void {
    const causes = [...release.after]
      .filter(([item]) => linked.get(dependent)?.has(item))
      .map(([item, text]) => `${item} ${text}`)
    if (causes.length === 0) return
    const flag = find(release.number, dependent)
    if (flag === undefined) {
      born(release, dependent, causes)
      return
    }
    const added = causes.filter(cause => !flag.causes.includes(cause))
    const news = added.length > 0 && covering(dependent, Number.POSITIVE_INFINITY, added).length === 0
    flag.causes = causes
    if (flag.state !== 'resolved' || !news) return
    if (flag.disposition !== 'superseded') {
      open(flag)
      passOn(flag)
    } else if (heirOf(flag).state === 'resolved') open(heirOf(flag))
  }

  return {
    flags,
    textOf: (item: string) => texts.get(item) ?? 'a',
    publish(number: number, corrects: number | null, after: Map<string, string>): void {
      const before = new Map([...after.keys()].map(item => [item, texts.get(item) ?? 'a']))
      for (const [item, text] of after) texts.set(item, text)
      const release = { number, corrects, before, after }
      releases.push(release)
      for (const dependent of [...linked.keys()].sort()) assess(release, dependent)
    },
    link(dependent: string, item: string): void {
      linked.set(dependent, (linked.get(dependent) ?? new Set()).add(item))
      for (const release of releases) assess(release, dependent)
    },
    move(name: string, to: string, owner: string | null, disposition: string | null): void {
      const flag = flags.get(name)!
      if (to === 'resolved') flag.attested = [...flag.causes]
      Object.assign(flag, { state: to, owner, disposition, coveredBy: [] })
    },
    /** The flags as a test compares them. */
    expected(): Record<string, Expected> {
      const rows = [...flags.values()].map(({ name, release, dependent: _, attested: __, ...flag }) => {
        const { corrects, after } = releases.find(one => one.number === release)!
        const before = releases.find(one => one.number === corrects)?.before
        const back = flag.causes.map(itemOf).filter(item => before?.get(item) === after.get(item))
        return [name, { ...flag, causes: [...flag.causes].sort(), takesBack: back.sort() }] as const
      })
      return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)))
    },
  }
}
