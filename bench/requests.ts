import { makeManyWorld } from '../test/meeting-issue/many-world.ts'
import { onStage, type Stage } from '../test/meeting-issue/stage.ts'

/** `npx tsx bench/requests.ts`: requests, points and time of `wg meeting new` against the local GitHub, as a table of Markdown. */
const SIZES = [1, 61, 251].flatMap((repositories) => [29, 404].map((items) => ({ repositories, items })))

const ROUNDS = 5

interface Measured {
  readonly requests: number
  readonly points: number
  readonly milliseconds: number
}

async function measure({ server, run }: Stage): Promise<Measured> {
  server.forget()
  const began = performance.now()
  const { code, err } = await run()
  const milliseconds = performance.now() - began
  if (code !== 0) throw new Error(err)
  const points = server.requests.reduce((sum, { cost }) => sum + cost, 0)
  return { requests: server.requests.length, points, milliseconds }
}

/** The round that was disturbed least. */
function quickest(rounds: readonly Measured[]): Measured {
  const [first] = [...rounds].sort((a, b) => a.milliseconds - b.milliseconds)
  if (!first) throw new Error('nothing was measured')
  return first
}

async function row(size: (typeof SIZES)[number]): Promise<string> {
  const creates: Measured[] = []
  const others: Measured[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await onStage({ world: makeManyWorld(size) }, async (stage) => {
      creates.push(await measure(stage))
      others.push(await measure(stage))
    })
  }
  const cells = [quickest(creates), quickest(others)].flatMap(({ requests, points, milliseconds }) => [
    requests,
    points,
    `${milliseconds.toFixed(0)} ms`,
  ])
  return `| ${[size.repositories, size.items, ...cells].join(' | ')} |`
}

const head = [
  'repositories',
  'items',
  'create: requests',
  'points',
  'time',
  'again: requests',
  'points',
  'time',
]
const rows: string[] = []
for (const size of SIZES) rows.push(await row(size))
process.stdout.write(
  `${[`| ${head.join(' | ')} |`, `| ${head.map(() => '---:').join(' | ')} |`, ...rows].join('\n')}\n`,
)
