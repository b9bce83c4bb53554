import { outliveReader } from './adapters/outlive-reader.ts'
import { realWorld } from './real-world.ts'

async function main(): Promise<void> {
  outliveReader(process.stdout)
  outliveReader(process.stderr)
  const { run } = await import('./cli/run.ts')
  process.exitCode = await run(process.argv.slice(2), await realWorld(process))
}

void main()
