import { spawn } from 'node:child_process'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { seedFolder } from '../seed/convert.ts'

t.test('a refusal ends the load with status 1 and says why, by row', async t => {
  const url = await serve(t, (request, response) => {
    const found = request.method === 'POST'
    response.writeHead(found ? 422 : 404, { 'content-type': 'application/problem+json' })
    response.end(
      JSON.stringify({
        code: found ? 'CTE_IMPORT_REFUSED' : 'CTE_NO_SUCH_FRAMEWORK',
        detail: found ? 'The file was refused whole' : 'No framework',
        errors: [{ path: '/items/3/code', message: 'is taken' }],
      }),
    )
  })
  const { code, said } = await load(url)
  t.equal(code, 1)
  t.match(
    said,
    /POST \S+\/imports\/framework: 422 CTE_IMPORT_REFUSED The file was refused whole\s+\/items\/3\/code: is taken/,
  )
})

t.test('where nobody answers, the load says where it looked', async t => {
  const { code, said } = await load('http://127.0.0.1:1')
  t.equal(code, 1)
  t.match(said, 'Nobody answers at http://127.0.0.1:1')
})

async function serve(t: Test, answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await new Promise(resolve => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function load(url: string): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, CTE_STANDARDS_URL: url, CTE_CREDENTIALS_URL: url, CTE_COURSE_CODES_URL: url }
  const child = spawn(process.execPath, [join(seedFolder, 'load.ts')], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', piece => {
      said += piece
    })
  return new Promise(resolve => child.on('close', code => resolve({ code, said })))
}
