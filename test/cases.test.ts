import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { oneOf } from './thoroughness.ts'
import { memoryFiles, wg } from './world.ts'

/**
 * A case is a folder that looks like a user's repository, with two files more: `now.txt`, the moment, and
 * `commands.txt`, what is typed, a line each. Golden: `transcript.txt`, what was printed, and `written.txt`, the files
 * that the commands wrote. `npx vitest run test/cases.test.ts -u` accepts what is new; read the difference before.
 */
const cases = join(import.meta.dirname, 'cases')

const SCRIPT = ['now.txt', 'commands.txt', 'transcript.txt', 'written.txt']

function readFolder(folder: string, below = ''): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const name of readdirSync(join(folder, below))) {
    const path = below === '' ? name : `${below}/${name}`
    if (statSync(join(folder, path)).isDirectory()) Object.assign(texts, readFolder(folder, path))
    else if (!SCRIPT.includes(path)) texts[path] = readFileSync(join(folder, path), 'utf8')
  }
  return texts
}

function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

/** In other zones than UTC the same is expected, so that some of them tell. */
const told = process.env.TZ === 'UTC' ? readdirSync(cases) : oneOf(5, readdirSync(cases))

describe.each(told)('%s', (name) => {
  const folder = join(cases, name)

  test('prints and writes what its golden files hold', async () => {
    const files = memoryFiles(readFolder(folder))
    const now = readFileSync(join(folder, 'now.txt'), 'utf8').trim()
    let transcript = ''
    for (const line of readFileSync(join(folder, 'commands.txt'), 'utf8').split('\n')) {
      const [program, ...argv] = splitWords(line)
      if (program === undefined) continue
      expect(program).toBe('wg')
      const { out, err, code } = await wg(argv, { files, now })
      transcript += `$ ${line}\n${out}${err}${code === 0 ? '' : `[exit ${code}]\n`}\n`
    }
    const written = [...new Set(files.written)]
      .sort()
      .map((path) => `=== ${path}\n${files.texts.get(path) ?? ''}`)
    await expect(transcript).toMatchFileSnapshot(join(folder, 'transcript.txt'))
    await expect(written.join('\n')).toMatchFileSnapshot(join(folder, 'written.txt'))
  })
})
