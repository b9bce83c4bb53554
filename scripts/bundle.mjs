import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { root } from './install.mjs'

/** Bundles the program into `dist/`; commands are chunks of their own, loaded when they are named. */
export async function bundle() {
  rmSync(`${root}dist`, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    legalComments: 'none',
    metafile: true,
    chunkNames: 'chunks/[name]-[hash]',
    banner: {
      js: "import { createRequire as wgRequire } from 'node:module';const require=wgRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
  chmodSync(`${root}dist/main.js`, 0o755)
  writeFileSync(`${root}dist/meta.json`, JSON.stringify(metafile))
}
