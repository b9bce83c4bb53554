import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, wrap } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'

/** The name of this build; the bundler puts it in. */
declare const BUILD: string

/** A function that holds a CommonJS file; Node's own order: exports, require, module, file, folder. */
type Wrapped = (...scope: readonly [object, NodeJS.Require, object, string, string]) => void

/**
 * Starts the bundle with V8's compiled code of an earlier start, which saves most of the time that a start takes. The
 * code lies beside the bundle and carries the build's name; V8 itself refuses code of another version. Where the folder
 * cannot be written everything works, a little slower.
 */
function launch(): void {
  const bundle = join(__dirname, 'wg.cjs')
  const compiled = join(__dirname, `wg-${BUILD}.compiled`)
  const cachedData = readOptional(compiled)
  // The build writes ASCII only (scripts/bundle.mjs), which is quickest to read so.
  const script = new Script(wrap(readFileSync(bundle, 'latin1')), {
    filename: bundle,
    ...(cachedData ? { cachedData } : {}),
  })
  const run = script.runInThisContext() as Wrapped
  if (!cachedData || script.cachedDataRejected) process.once('exit', () => keep(compiled, script))
  run({}, createRequire(bundle), {}, bundle, __dirname)
}

function readOptional(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function keep(path: string, script: Script): void {
  try {
    const temporary = `${path}.${process.pid}`
    writeFileSync(temporary, script.createCachedData())
    renameSync(temporary, path)
  } catch {
    // The next start tries again.
  }
}

function version(): string {
  return (
    JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as { readonly version: string }
  ).version
}

if (process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] ?? '')) {
  // Whoever reads it may be gone already.
  process.stdout.on('error', () => undefined).write(`${version()}\n`)
} else launch()
