import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { root } from './install.mjs'
import { notices } from './notices.mjs'

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minify: true,
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
}

/** Bundles the program into `dist/`: `main.js`, which starts it, and `wg.cjs`, which holds the rest; what a command needs is evaluated only when it is named. */
export async function bundle() {
  const dist = `${root}dist`
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist)
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/wg.cjs',
    define: { 'import.meta.url': 'wgUrl', SOURCES: JSON.stringify(nameOfSources()) },
    banner: { js: "const wgUrl=require('node:url').pathToFileURL(__filename).href;" },
    metafile: true,
    write: false,
  })
  writeFileSync(`${dist}/wg.cjs`, outputFiles[0].contents)
  writeFileSync(`${dist}/meta.json`, JSON.stringify(metafile))
  writeFileSync(`${dist}/THIRD-PARTY-NOTICES.txt`, notices(Object.keys(metafile.inputs)))
  writeFileSync(`${dist}/package.json`, '{ "type": "commonjs" }\n')
  const name = createHash('sha256').update(outputFiles[0].contents).digest('hex').slice(0, 16)
  await build({
    ...common,
    entryPoints: ['src/launch.ts'],
    outfile: 'dist/main.js',
    define: { BUILD: JSON.stringify(name) },
    banner: { js: '#!/usr/bin/env node' },
  })
  chmodSync(`${dist}/main.js`, 0o755)
}

/** A digest of all that decides what minutes say, so that what one build has read is never taken for what another would read. */
function nameOfSources() {
  const hash = createHash('sha256')
  const core = `${root}src/core`
  for (const path of readdirSync(core, { recursive: true, encoding: 'utf8' }).sort())
    if (path.endsWith('.ts')) hash.update(path).update(readFileSync(`${core}/${path}`))
  return hash.digest('hex').slice(0, 16)
}
