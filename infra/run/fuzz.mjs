// Schemathesis against every operation of the three OpenAPI documents, on a system of its own.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withOwnServers } from './own-servers.mjs'
import { show } from './processes.mjs'
import { ensureWheel, findPython } from './python-wheels.mjs'
import { done, Trouble } from './say.mjs'
import { logDir, root } from './settings.mjs'

const usage = 'npm run fuzz -- [--max-examples N] [--seed N] [--services standards,credentials,course-codes]'

/** 0 when no request was answered with 5xx or otherwise than the documents say, and the services are as well as before. */
export async function fuzz(args) {
  const options = read(args)
  const python = await findPython({ least: 11, purpose: 'by Schemathesis' })
  return withOwnServers(async ({ node, env }) => {
    const { folder, fresh } = await ensureWheel('schemathesis', 'requirements-fuzz.txt', python)
    done('schemathesis', fresh ? 'into .local' : 'already in .local')
    const places = { CTE_PYTHON: python.command, CTE_SCHEMATHESIS: folder, CTE_FUZZ_LOGS: logDir }
    return show(node, [join(root, 'infra', 'fuzz', 'fuzz.ts'), ...options], { cwd: root, env: { ...env, ...places } })
  })
}

function read(args) {
  const numbers = { 'max-examples': '200', seed: String(Math.floor(Math.random() * 2 ** 31)) }
  try {
    const options = { 'max-examples': { type: 'string' }, seed: { type: 'string' }, services: { type: 'string' } }
    const { values } = parseArgs({ args, options })
    const { services = 'standards,credentials,course-codes', ...given } = values
    const [examples, seed] = Object.entries({ ...numbers, ...given }).map(([name, text]) => {
      if (!/^[0-9]{1,10}$/.test(text)) throw new Error(`--${name} is not a number: ${text}`)
      return text
    })
    return [examples, seed, services]
  } catch (error) {
    throw new Trouble(`${error.message}\n${usage}`)
  }
}
