import { install, must, root } from './install.mjs'

install()
const { bundle } = await import('./bundle.mjs')
await bundle()
must(process.execPath, [`${root}dist/main.js`, 'meeting', 'new', ...process.argv.slice(2)])
