import { install, must } from './install.mjs'

install()
const { bundle } = await import('./bundle.mjs')
await bundle()
must(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)])
