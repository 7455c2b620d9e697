import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path/posix'
import { z } from 'zod'

/** What Vite says of its build (`build.manifest`), as far as it is read here: by source, the file it became and what that needs. */
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
)
type Manifest = z.infer<typeof manifestSchema>

/** The page itself, and what it asks for by its own elements. */
const PAGE = 'index.html'

/**
 * The `Link` header of a page: its own script and style, those of the area that its address leads to, and who is signed in. The page
 * asks for the latter only after its own script has come and run, which on a telephone is a second later. Its own come first: a
 * browser fetches six at once, and sees this header before the page's elements.
 */
export async function linksOf(path: string, distFolder: string): Promise<string> {
  const manifest = await readManifest(distFolder)
  const area = areaOf(path, manifest)
  const files = new Set([...filesOf(PAGE, manifest), ...(area === undefined ? [] : filesOf(area, manifest))])
  return [...[...files].map(linkOf), '</api/console/session>; rel=preload; as=fetch; crossorigin'].join(', ')
}

/** A module's own link fetches what it imports as well, but only once it has come. */
const linkOf = (file: string) =>
  file.endsWith('.css') ? `</${file}>; rel=preload; as=style; crossorigin` : `</${file}>; rel=modulepreload`

/** Without a manifest, as while the pages are built anew, the page finds its way by itself. */
async function readManifest(distFolder: string): Promise<Manifest> {
  const text = await readFile(join(distFolder, '.vite/manifest.json'), 'utf8').catch(() => '{}')
  return manifestSchema.parse(JSON.parse(text))
}

/** The source of an area: each is a folder named as its addresses begin (services/console/web/src/routes.tsx). */
function areaOf(path: string, manifest: Manifest): string | undefined {
  const folder = `src/pages/${path === '/' ? 'home' : path.split('/')[1]}`
  const names = path === '/' ? /HomePage\.tsx$/ : /Area\.tsx$/
  return Object.keys(manifest).find(source => dirname(source) === folder && names.test(source))
}

/** The files of a source and of all that it imports. */
function filesOf(source: string, manifest: Manifest, seen = new Set<string>()): string[] {
  const made = manifest[source]
  if (!made || seen.has(source)) return []
  seen.add(source)
  return [made.file, ...made.css, ...made.imports.flatMap(imported => filesOf(imported, manifest, seen))]
}
