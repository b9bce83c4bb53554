import { readdirSync, readFileSync } from 'node:fs'
import { root } from './install.mjs'

/** The licences of everything that a bundle holds, as their authors ask to have them passed on. */
export function notices(inputs) {
  const packages = [
    ...new Set(
      inputs.flatMap(
        (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1] ?? [],
      ),
    ),
  ].sort()
  return packages.map(notice).join('\n')
}

function notice(name) {
  const folder = `${root}node_modules/${name}`
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `Licence: ${license}`
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`
}
