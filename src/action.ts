import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { outliveReader } from './adapters/outlive-reader.ts'
import { liesIn } from './adapters/real-place.ts'
import { commandTable } from './cli/command-table.ts'
import { printProblems } from './cli/print-problems.ts'
import { run } from './cli/run.ts'
import type { World } from './cli/world.ts'
import { actionOutputs, outputEntry } from './core/action/action-outputs.ts'
import { jobSummary, type Outcome, textSummary } from './core/action/job-summary.ts'
import { logLines } from './core/action/log-lines.ts'
import { hasDocument } from './core/action/plan-commands.ts'
import { type Account, readDocument } from './core/action/read-document.ts'
import { type ActionInputs, readInputs } from './core/action/read-inputs.ts'
import { type Problem, refuse, Refusal } from './core/problem.ts'
import { plainOutputLine, workflowCommandText } from './core/text/workflow-command.ts'
import { realWorld, withoutSecret } from './real-world.ts'

const { env } = process

/** The checkout of the job. */
const checkout = resolve(env['GITHUB_WORKSPACE'] || '.')

/** What a command printed, and the folder it worked in. */
interface Printed {
  readonly out: string
  readonly err: string
  readonly code: number
  /** The workspace, once the command has opened it. */
  readonly root: string | undefined
}

async function main(): Promise<void> {
  outliveReader(process.stdout)
  try {
    const inputs = readInputs(
      env,
      commandTable.map(({ name }) => name),
    )
    mask(inputs.token)
    process.exitCode = await perform(inputs)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    annotate(error.problems, '')
    process.exitCode = 1
  }
}

/** GitHub's runner masks the token that it has made; one of another kind it has not seen. */
function mask(token: string): void {
  if (token !== '') process.stdout.write(`::add-mask::${workflowCommandText(token)}\n`)
}

async function perform(inputs: ActionInputs): Promise<number> {
  const folder = resolve(checkout, inputs.workingDirectory)
  if (!(await liesIn(checkout, folder)))
    throw refuse(
      'usage',
      `The input \`working-directory\` holds \`${inputs.workingDirectory}\`, which leads out of the checkout.`,
      'Name a folder of the repository, from its root: `groups/security`.',
    )
  const asJson = hasDocument(inputs.command)
  const argv = [...inputs.argv, '--cwd', folder, ...(asJson ? ['--json'] : [])]
  const printed = await runWg(argv, inputs)
  const document = asJson ? parse(printed.out) : undefined
  const account = readDocument(document)
  const outcome = { command: inputs.command.name, dryRun: inputs.dryRun, code: printed.code }
  if (account) reportAccount(account, document, { outcome, root: printed.root ?? folder })
  else reportText(printed, outcome, inputs)
  return printed.code
}

/** Runs the program in this process, and catches what it prints. */
async function runWg(argv: readonly string[], { token }: ActionInputs): Promise<Printed> {
  const said = { out: '', err: '' }
  const world = await realWorld({
    env: { ...env, GITHUB_TOKEN: token, GH_TOKEN: '', CI: 'true' },
    argv,
    stdin: {},
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  })
  let root: string | undefined
  const openFiles: World['openFiles'] = async (folder, search) => {
    const files = await world.openFiles(folder, search)
    await stayInside(files.root)
    root ??= files.root
    return files
  }
  const code = await run(argv, {
    ...world,
    openFiles,
    // Annotations are made here, with paths from the root of the repository.
    environment: { ...world.environment, actions: false },
  })
  return { ...said, code, root }
}

/** Links in a checkout are what a pull request makes them: they lead nowhere else. */
async function stayInside(folder: string): Promise<void> {
  const places = [checkout, ...(env['RUNNER_TEMP'] ? [env['RUNNER_TEMP']] : [])]
  for (const place of places) if (await liesIn(place, folder)) return
  throw refuse(
    'usage',
    `\`${folder}\` lies outside of the checkout.`,
    'Name a folder of the repository, from its root.',
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function reportAccount(
  account: Account,
  document: unknown,
  { outcome, root }: { readonly outcome: Outcome; readonly root: string },
): void {
  logLines(account, outcome).forEach((line) => void process.stdout.write(`${line}\n`))
  annotate(account.problems, fromCheckout(root))
  const feeds = account.feeds === undefined ? {} : { feeds: fromCheckout(resolve(root, account.feeds)) }
  const outputs = { ...actionOutputs(account, document), ...feeds, ...keepPlan(document) }
  append(
    'GITHUB_OUTPUT',
    Object.entries(outputs)
      .map(([name, value]) => outputEntry(name, value))
      .join(''),
  )
  append('GITHUB_STEP_SUMMARY', jobSummary(outcome, account))
}

/** The document as a file, for a job that comes later. */
function keepPlan(document: unknown): { readonly 'plan-file'?: string } {
  const temporary = env['RUNNER_TEMP']
  if (!temporary) return {}
  const folder = join(temporary, `wg-plan-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'plan.json'), `${JSON.stringify(document)}\n`)
  return { 'plan-file': join(folder, 'plan.json') }
}

/** A path from the root of the checkout, as annotations and later steps want it; empty for the root itself. */
function fromCheckout(path: string): string {
  return relative(checkout, path).split(sep).join('/')
}

function reportText({ out, err, code }: Printed, outcome: Outcome, { token }: ActionInputs): void {
  const text = withoutSecret(`${out}${err}`, token)
  for (const line of text.trimEnd().split(/\r\n|\r|\n/)) process.stdout.write(`${plainOutputLine(line)}\n`)
  append('GITHUB_STEP_SUMMARY', textSummary(outcome, text))
  const document = parse(out)
  if (document !== undefined) append('GITHUB_OUTPUT', outputEntry('plan', JSON.stringify(document)))
  if (code === 0) return
  const message = err.trim().split('\n').slice(0, 3).join(' ').replace(/^wg: /, '') || 'The log says why.'
  annotate([{ rule: `wg ${outcome.command}`, severity: 'error', message }], '')
}

/** Problems as annotations on the lines of the repository. */
function annotate(problems: readonly Problem[], folder: string): void {
  const placed = problems.map((problem) =>
    problem.place && folder !== ''
      ? { ...problem, place: { ...problem.place, file: `${folder}/${problem.place.file}` } }
      : problem,
  )
  const print = (text: string) => void process.stdout.write(text)
  printProblems(placed, {
    terminal: { print, say: print, interactive: false, color: false, zone: 'UTC' },
    format: 'github',
  })
}

/** Files of the runner, whose names stand in the environment; outside of a job there are none. */
function append(variable: string, text: string): void {
  const file = env[variable]
  if (file) appendFileSync(file, text)
}

void main()
