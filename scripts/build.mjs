import { install } from './install.mjs'

install()
const { bundle } = await import('./bundle.mjs')
await bundle()
