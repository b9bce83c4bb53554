import { install, must } from './install.mjs'

install()
must(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)])
