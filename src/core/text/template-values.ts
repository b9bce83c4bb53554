import type { Fault } from './fault.ts'
import { didYouMean } from './nearest.ts'
import { findLineStarts, spotAt } from './spot.ts'

export interface FilledTemplate {
  readonly text: string
  readonly faults: readonly Fault[]
}

// The second form is a value that is not closed on its line.
const VALUE = /\{\{([^{}\r\n]*)\}\}|\{\{(?![{])[^{}\r\n]{0,60}/g

/**
 * Puts values into the places of a template, `{{ meeting.date }}`; everywhere, also in code. A value that has been put in is not
 * looked at again. A name without a value is a fault, and its place stays as it is.
 */
export function fillValues(template: string, values: ReadonlyMap<string, string>): FilledTemplate {
  const faults: Fault[] = []
  const starts = findLineStarts(template)
  const text = template.replace(VALUE, (place: string, inner: string | undefined, offset: number) => {
    const value = inner === undefined ? undefined : values.get(inner.trim())
    if (value !== undefined) return value
    const { line, column } = spotAt(template, starts, offset)
    faults.push({ ...(inner === undefined ? unclosed(place) : unknown(inner.trim(), values)), line, column })
    return place
  })
  return { text, faults }
}

function unclosed(place: string) {
  const message = `The value \`${place.trim()}\` is not closed on its line.`
  return {
    rule: 'template-unclosed',
    message,
    hint: 'Write it as `{{ name }}`; to show two braces, write `\\{\\{`.',
  }
}

function unknown(name: string, values: ReadonlyMap<string, string>) {
  const names = [...values.keys()]
  const message = name === '' ? 'This value has no name.' : `There is no value called \`${name}\`.`
  const hint = didYouMean(name, names) ?? `The values are ${names.map((known) => `\`${known}\``).join(', ')}.`
  return { rule: 'template-value', message, hint }
}
