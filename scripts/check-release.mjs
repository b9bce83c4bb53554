import { readFileSync } from 'node:fs'
import { root } from './install.mjs'

/**
 * Refuses a release when the files speak of another version, or of another repository than the one that releases. The version comes from a
 * person, by the environment.
 */
const version = process.env.VERSION ?? ''
const { version: said, repository } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
const here = process.env.GITHUB_REPOSITORY ?? ''
const action = readFileSync(`${root}src/core/plan/published-action.ts`, 'utf8')
const changes = readFileSync(`${root}CHANGELOG.md`, 'utf8')

const faults = [
  ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : ['`version` is none: write `1.2.3`.']),
  ...(version === said ? [] : [`package.json says ${said}.`]),
  ...(changes.split('\n').some((line) => line === `## ${version}` || line.startsWith(`## ${version} `))
    ? []
    : ['CHANGELOG.md has no heading for this version.']),
  ...(here !== '' && (repository?.url ?? repository ?? '').includes(here)
    ? []
    : [`package.json does not say that its \`repository\` is ${here}; npm asks for it.`]),
  ...(action.includes(`'${here}@v${version.split('.')[0]}'`)
    ? []
    : [`src/core/plan/published-action.ts does not say ${here}@v${version.split('.')[0]}.`]),
]
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`)
  process.exit(1)
}
