import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { NOW } from '../meeting-issue/stage.ts'

const BUNDLE = join(import.meta.dirname, '../../dist/action.cjs')

/** A step of a workflow that uses the Action. */
export interface Step {
  /** The checkout. */
  readonly folder: string
  /** `with:`, by the names of action.yml. */
  readonly inputs: Readonly<Record<string, string>>
  readonly graphqlUrl?: string
  /** What GitHub writes into the file of the event. */
  readonly event?: unknown
}

/** What a step leaves behind. */
export interface Ran {
  /** Both streams, as the log of the job has them. */
  readonly log: string
  readonly code: number
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** The folder in `RUNNER_TEMP`. */
  readonly temporary: string
}

/** Runs the bundle as GitHub's runner does: a process of its own, with inputs, files and addresses in the environment. */
export async function runAction({ folder, inputs, graphqlUrl, event = {} }: Step): Promise<Ran> {
  const temporary = await mkdtemp(join(tmpdir(), 'wg-runner-'))
  onTestFinished(() => rm(temporary, { recursive: true, force: true }))
  const file = (name: string) => join(temporary, name)
  for (const name of ['output', 'summary']) await writeFile(file(name), '')
  await writeFile(file('event.json'), JSON.stringify(event))
  const child = spawn(process.execPath, [BUNDLE], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: temporary,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_REPOSITORY: 'example/security-wg',
      GITHUB_EVENT_PATH: file('event.json'),
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      RUNNER_TEMP: temporary,
      WG_PAUSE: '0.01',
      WG_WAIT: '0',
      ...(graphqlUrl === undefined
        ? {}
        : { GITHUB_GRAPHQL_URL: graphqlUrl, GITHUB_API_URL: graphqlUrl.replace(/\/graphql$/, '') }),
      // The defaults of action.yml, which the runner fills in.
      'INPUT_WORKING-DIRECTORY': '.',
      'INPUT_DRY-RUN': 'false',
      INPUT_COMMAND: 'run',
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    },
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (log += data.toString()))
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (ended) => resolve(ended ?? -1))
  })
  return {
    log,
    code,
    outputs: readOutputs(await readFile(file('output'), 'utf8')),
    summary: await readFile(file('summary'), 'utf8'),
    temporary,
  }
}

/** Reads the file of outputs as GitHub documents it: `name=value`, or `name<<word`, lines, and the word alone on a line. */
export function readOutputs(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n')
  const outputs: Record<string, string> = {}
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name = '', end] = /^([^=<]+)<<(.+)$/.exec(line) ?? []
    if (line === '') continue
    if (end === undefined) throw new Error(`no output: ${line}`)
    const at = lines.indexOf(end)
    if (at < 0) throw new Error(`the output ${name} has no end`)
    outputs[name] = lines.splice(0, at).join('\n')
    lines.shift()
  }
  return outputs
}

/** The same moment for every step. */
export const AT_NOW = `--now ${NOW}`

/** The log without the line that tells the runner what to mask, which the runner takes out. */
export function shownLog({ log }: Ran): string {
  return log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n')
}
