import type { Member, Term } from '../people/roster.ts'
import type { ValuePath } from '../text/yaml.ts'
import { ROSTER_FILE } from '../workspace.ts'
import type { Check, CheckMatter, Finding } from './check.ts'

/** A finding of one member or term; the path begins there. */
export type FoundInRoster = Omit<Finding, 'place'> & { readonly path: ValuePath }

/** Finds faults of one member. */
export type MemberRule = (
  member: Member,
  matter: CheckMatter & { readonly index: number },
) => readonly FoundInRoster[]

/** Finds faults of one term. */
export type TermRule = (
  term: Term,
  matter: CheckMatter & { readonly member: Member; readonly at: number },
) => readonly FoundInRoster[]

/** Runs a rule on every member; what it finds at values that could not be read is left out. */
export function eachMember(rule: MemberRule): Check['find'] {
  return (matter) =>
    matter.workspace.members.flatMap((member, index) =>
      rule(member, { ...matter, index })
        .filter(({ path }) => !matter.workspace.isDamaged(ROSTER_FILE, ['members', index, ...path].join('/')))
        .map(({ path, ...finding }) => ({
          ...finding,
          place: matter.workspace.placeOf(ROSTER_FILE, ['members', index, ...path]),
        })),
    )
}

/** Runs a rule on every term of every member. */
export function eachTerm(rule: TermRule): Check['find'] {
  return eachMember((member, matter) =>
    member.terms.flatMap((term, at) =>
      rule(term, { ...matter, member, at }).map((found) => ({
        ...found,
        path: ['serves', at, ...found.path],
      })),
    ),
  )
}
