import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const PROGRAM = join(import.meta.dirname, '../dist/main.js')

/** Starts wg with nobody at the other end of its standard output, as after `wg … | head -1`. */
function withoutReader(args: readonly string[]): Promise<{ code: number | null; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let err = ''
    child.stderr.on('data', (part: Buffer) => (err += part.toString()))
    child.on('close', (code) => resolve({ code, err }))
  })
}

test.each([[['--version']], [['--help']], [['check', '--list']]])(
  '`wg %s` ends in peace when nobody reads it',
  async (args) => {
    expect(await withoutReader(args)).toEqual({ code: 0, err: '' })
  },
)

test('what is being written is written to its end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wg-pipe-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  expect(await withoutReader(['init', '--yes', '--cwd', folder])).toEqual({ code: 0, err: '' })
  expect(existsSync(join(folder, '.wg/schema/charter.json'))).toBe(true)
})
