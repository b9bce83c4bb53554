import { type Charter, charterFile } from '../charters/charter.ts'
import type { ProseText } from '../charters/prose-part.ts'
import { type CharterProse, readProse } from '../charters/read-prose.ts'
import type { ValuePath } from '../text/yaml.ts'
import type { Check, CheckMatter, Finding } from './check.ts'

/** A finding at a value of the front matter. */
export type FoundInHead = Omit<Finding, 'place'> & {
  readonly path: ValuePath
  readonly at?: 'key' | 'value'
}

/** A finding at words of the prose. */
export type FoundInProse = Omit<Finding, 'place'> & { readonly at: Pick<ProseText, 'line' | 'column'> }

/** Runs a rule on the front matter of every charter; what it finds at values that could not be read is left out. */
export function eachCharter(
  rule: (charter: Charter, matter: CheckMatter) => readonly FoundInHead[],
): Check['find'] {
  return (matter) =>
    [...matter.workspace.charters.values()].flatMap((charter) =>
      rule(charter, matter)
        .filter(({ path }) => !matter.workspace.isDamaged(charterFile(charter.team), path.join('/')))
        .map(({ path, at, ...finding }) => ({
          ...finding,
          place: matter.workspace.placeOf(charterFile(charter.team), path, at),
        })),
    )
}

/** Runs a rule on the prose of every charter. */
export function eachProse(
  rule: (prose: CharterProse, matter: CheckMatter & { readonly charter: Charter }) => readonly FoundInProse[],
): Check['find'] {
  return (matter) =>
    [...matter.workspace.charters.values()].flatMap((charter) => {
      const source = matter.workspace.charterProse.get(charter.team)
      if (source === undefined) return []
      return rule(readProse(source), { ...matter, charter }).map(({ at, ...finding }) => ({
        ...finding,
        place: { file: charterFile(charter.team), line: at.line, column: at.column },
      }))
    })
}
