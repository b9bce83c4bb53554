import { install, must } from './install.mjs'

install()
const args = process.argv.slice(2).filter((arg) => arg !== '--thorough')
if (process.argv.includes('--thorough')) process.env['WG_THOROUGH'] = '1'
const chosen = args.some((arg) => arg.startsWith('--project'))
  ? []
  : ['--project=!clients', '--project=!browser']
must(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...args])
