import { readFileSync } from 'node:fs'
import { EXAMPLE_TOKEN, exampleWorld } from './example-world.ts'
import { serveGithub } from './serve.ts'
import { WorldMistake } from './world-mistake.ts'
import { readWorldFile } from './world-file.ts'
import type { World } from './world.ts'

const USAGE = `Usage: npm run github -- [world.json] [--port 8787]

Starts a GitHub in memory on this machine and prints what to export. Without a file it holds a small example.
`

await main(process.argv.slice(2))

async function main(given: readonly string[]): Promise<void> {
  if (given.includes('--help')) {
    process.stdout.write(USAGE)
    return
  }
  const at = given.indexOf('--port')
  const port = at === -1 ? 0 : Number(given[at + 1])
  const file = given.find((argument, index) => !argument.startsWith('--') && (at === -1 || index !== at + 1))
  const world = file === undefined ? exampleWorld() : openWorld(file)
  if (world === undefined) return
  const server = serveGithub(world, { port })
  try {
    await server.start()
  } catch (error) {
    process.stderr.write(
      `The server cannot start on port ${port}: ${error instanceof Error ? error.message : ''}\n`,
    )
    process.exitCode = 1
    return
  }
  process.stdout.write(`export GITHUB_GRAPHQL_URL=${server.graphqlUrl}
export GITHUB_API_URL=${server.url}
export GITHUB_TOKEN=${[...world.tokens.keys()][0] ?? EXAMPLE_TOKEN}
`)
  process.stderr.write(`Repositories: ${[...world.repositories.keys()].join(', ')}. Stop with Ctrl-C.\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop())
}

function openWorld(file: string): World | undefined {
  try {
    return readWorldFile(readFileSync(file, 'utf8'))
  } catch (error) {
    const isTold = error instanceof WorldMistake || error instanceof SyntaxError || isFileError(error)
    if (!isTold) throw error
    process.stderr.write(`\`${file}\` cannot be a world: ${error.message}\n`)
    process.exitCode = 1
    return undefined
  }
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error
}
