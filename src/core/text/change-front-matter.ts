import { changeYaml } from './change-yaml.ts'
import { splitFrontMatter } from './front-matter.ts'
import type { YamlChange } from './yaml-change.ts'

/**
 * Makes changes in the front matter of a Markdown text, one after the other, and leaves every other byte alone, as `changeYaml` does.
 * A text without front matter gets one. Refuses what `changeYaml` refuses.
 */
export function changeFrontMatter(text: string, changes: readonly YamlChange[]): string {
  const { yaml, body } = splitFrontMatter(text)
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const plain = text.slice(mark.length)
  if (yaml === undefined) {
    const head = changes.reduce(changeYaml, '')
    return `${mark}---${eol}${head.replace(/\r?\n/g, eol)}---${eol}${eol}${body.text.replace(/^(?:\r?\n)+/, '')}`
  }
  const start = /^[^\r\n]*(?:\r\n|\n|\r|$)/.exec(plain)?.[0].length ?? 0
  const changed = changes.reduce(changeYaml, yaml.text)
  const closed = changed === '' || /[\r\n]$/.test(changed) ? changed : changed + eol
  return mark + plain.slice(0, start) + closed + plain.slice(start + yaml.text.length)
}
