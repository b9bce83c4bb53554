import { Command, CommanderError } from 'commander'
import { Refusal } from '../core/problem.ts'
import { printProblems } from './print-problems.ts'
import { commandTable, type CommandEntry } from './command-table.ts'
import type { World } from './world.ts'

/** The codes with which wg ends. */
export const EXIT = { done: 0, person: 1, usage: 2, bug: 70 } as const

/** Runs one command line and gives the exit code; the only place that catches. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const outcome: { code: number } = { code: EXIT.done }
  try {
    const program = await makeProgram(argv, world, outcome)
    await program.parseAsync([...argv], { from: 'user' })
    return outcome.code
  } catch (error) {
    return explain(error, argv, world)
  }
}

async function makeProgram(
  argv: readonly string[],
  world: World,
  outcome: { code: number },
): Promise<Command> {
  const program = new Command('wg')
    .description('Meetings, minutes, members and charters of a working group, kept in reviewed files.')
    .version(world.version, '-V, --version', 'print the version')
    .option('--cwd <folder>', 'work on the workspace at or above this folder')
    .option('--now <instant>', 'what wg would do then, 2026-12-01T09:00Z')
    .option('--json', 'print one JSON document')
    .option('-q, --quiet', 'say only what went wrong')
    .option('--color', 'colour, also in a pipe')
    .option('--no-color', 'no colour')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .configureOutput({ writeOut: world.terminal.print, writeErr: world.terminal.say })
    .showHelpAfterError('(`wg --help` lists the commands)')
    .enablePositionalOptions(false)
  const words = argv.filter((word) => !word.startsWith('-'))
  for (const entry of commandTable) await register(program, entry, { words, world, outcome })
  return program
}

interface Registration {
  readonly words: readonly string[]
  readonly world: World
  readonly outcome: { code: number }
}

/** A command's own file is loaded only when the command line names it: that is what keeps `wg` quick. */
async function register(
  program: Command,
  entry: CommandEntry,
  { words, world, outcome }: Registration,
): Promise<void> {
  const names = entry.name.split(' ')
  const verb = names.at(-1) ?? ''
  const parent = names.length === 1 ? program : nounOf(program, names[0] ?? '')
  const command = parent.command(verb).description(entry.summary)
  if (!names.every((name) => words.includes(name))) return
  const { define } = await entry.load()
  define(command, {
    world,
    names: commandTable.map(({ name }) => name),
    run: (work) => {
      command.action(async (...given: unknown[]) => {
        // An argument that takes several comes as a list.
        const values = given.slice(0, -2).flat() as (string | undefined)[]
        outcome.code = (await work({ values, options: command.optsWithGlobals() })) ?? EXIT.done
      })
    },
  })
}

const NOUNS: Readonly<Record<string, string>> = {
  minutes: 'prepare, publish and read minutes, and what is missing of them',
  meeting: 'list, show, open, cancel and move meetings',
  member: 'list, show, add, retire and rename people',
  plan: 'tell of a plan',
  charter: 'write, check, ratify, amend and end charters of teams',
}

function nounOf(program: Command, noun: string): Command {
  return (
    program.commands.find((each) => each.name() === noun) ??
    program.command(noun).description(NOUNS[noun] ?? '')
  )
}

function explain(error: unknown, argv: readonly string[], world: World): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 || error.code === 'commander.help' ? error.exitCode && EXIT.usage : EXIT.usage
  if (error instanceof Refusal) {
    const json = argv.includes('--json')
    printProblems(error.problems, {
      terminal: world.terminal,
      format: json ? 'json' : world.environment.actions ? 'github' : 'text',
    })
    return error.problems.every(({ rule }) => rule === 'usage') ? EXIT.usage : EXIT.person
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  world.terminal.say(`${bugReport(stack, argv, world)}\n`)
  return EXIT.bug
}

function bugReport(stack: string, argv: readonly string[], { version }: World): string {
  const command = argv.filter((word) => !/token|secret|password/i.test(word)).join(' ')
  return [
    'This is a bug in wg. Nothing that was written before is lost.',
    '',
    stack,
    '',
    `Please report it with the lines above, with the version (${version}) and with what you typed (wg ${command}).`,
  ].join('\n')
}
