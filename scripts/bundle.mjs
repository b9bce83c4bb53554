import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** Both bundles look for `templates/` and `package.json` beside their folder. */
const whole = {
  ...common,
  banner: { js: "const wgUrl=require('node:url').pathToFileURL(__filename).href;" },
  metafile: true,
  write: false,
}

/**
 * Bundles the program into `dist/`: `main.js`, which starts it, and `wg.cjs`, which holds the rest; what a command needs is evaluated only
 * when it is named. `action.cjs` is all of it as one file, for GitHub Actions.
 */
export async function bundle() {
  const dist = `${root}dist`
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist)
  const { outputFiles, metafile } = await build({
    ...whole,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/wg.cjs',
    define: { 'import.meta.url': 'wgUrl', SOURCES: JSON.stringify(nameOfSources()) },
  })
  const code = inAscii(outputFiles[0].text)
  writeFileSync(`${dist}/wg.cjs`, code, 'latin1')
  writeFileSync(`${dist}/meta.json`, JSON.stringify(metafile))
  const inputs = Object.keys(metafile.inputs)
  writeFileSync(`${dist}/package.json`, '{ "type": "commonjs" }\n')
  await bundleAction(dist)
  inputs.push(...(await bundleSite(dist)))
  writeFileSync(`${dist}/THIRD-PARTY-NOTICES.txt`, notices(inputs))
  const name = createHash('sha256').update(code).digest('hex').slice(0, 16)
  await build({
    ...common,
    entryPoints: ['src/launch.ts'],
    outfile: 'dist/main.js',
    define: { BUILD: JSON.stringify(name) },
    banner: { js: '#!/usr/bin/env node' },
  })
  chmodSync(`${dist}/main.js`, 0o755)
}

/** The Action keeps nothing from one run to the next, so it has no name of its sources. What it holds, `wg.cjs` holds too: one file of notices is enough. */
async function bundleAction(dist) {
  const { outputFiles } = await build({
    ...whole,
    entryPoints: ['src/action.ts'],
    outfile: 'dist/action.cjs',
    define: { 'import.meta.url': 'wgUrl' },
  })
  writeFileSync(`${dist}/action.cjs`, inAscii(outputFiles[0].text), 'latin1')
}

/** Bundles what runs in the browsers of those who read the pages into `dist/site/`, which `wg site` copies; gives the paths of its sources. */
async function bundleSite(dist) {
  const { metafile } = await build({
    ...common,
    platform: 'browser',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    format: 'iife',
    entryPoints: ['site.ts', 'search.ts', 'preview.ts', 'site.css'].map((name) => `src/browser/${name}`),
    outdir: 'dist/site',
    metafile: true,
  })
  copyFileSync(`${root}src/browser/icon.svg`, `${dist}/site/icon.svg`)
  return Object.keys(metafile.inputs)
}

/**
 * Code in ASCII, which `src/launch.ts` reads as Latin-1. The bundler writes strings so, but leaves the signs of regular expressions as they
 * are; there, too, `\u2022` means what the sign means.
 */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A digest of all that decides what minutes say, so that what one build has read is never taken for what another would read. */
function nameOfSources() {
  const hash = createHash('sha256')
  const core = `${root}src/core`
  for (const path of readdirSync(core, { recursive: true, encoding: 'utf8' }).sort())
    if (path.endsWith('.ts')) hash.update(path).update(readFileSync(`${core}/${path}`))
  return hash.digest('hex').slice(0, 16)
}
