import { findContradictions } from '../charters/contradictions.ts'
import { endedBy, stateOn } from '../charters/history.ts'
import { kindOf } from '../charters/kinds.ts'
import { type CharterProse, readProse, type Section } from '../charters/read-prose.ts'
import { headingKey, inScope, outOfScope, sectionCalled } from '../charters/section-names.ts'
import type { State } from '../charters/states.ts'
import { nearest } from '../text/nearest.ts'
import { todayAt } from '../time/today.ts'
import type { Check, CheckMatter } from './check.ts'
import { eachCharter, eachProse } from './each-charter.ts'
import { linksLeadSomewhere } from './charter-links.ts'

const hasText = eachCharter(({ team, name }, { workspace }) => {
  const source = workspace.charterProse.get(team)
  if (source === undefined || readProse(source).sections.length > 0) return []
  return [
    {
      path: [],
      message: 'This charter has no text under a heading.',
      hint: `Begin with \`# ${name}\` and say what the team is for.`,
    },
  ]
})

/** A proposal may still be a draft; what is put before others must be whole. */
const WHOLE: readonly (State | undefined)[] = ['in-review', 'chartered', 're-chartering', 'dormant']

const headingsAreThere = eachProse((prose, { charter, workspace, now }) => {
  const kind = kindOf(charter, workspace.group.kinds)
  if (!kind || prose.sections.length === 0 || !WHOLE.includes(stateOn(charter, todayAt(now)))) return []
  const [first] = prose.sections
  const at = first ?? { line: 1, column: 1 }
  return kind.headings
    .filter((names) => !sectionCalled(prose, names))
    .map((names) => ({
      at: misspelt(prose, names) ?? at,
      message: `The charter of a ${kind.id} needs the heading \`${names[0]}\`.`,
      hint: misspelt(prose, names)
        ? `Did you mean it here? Write \`${names[0]}\`.`
        : `Write \`## ${names[0]}\`${orAnother(names)}, and under it what holds for this team.`,
    }))
})

function orAnother([, ...others]: readonly string[]): string {
  return others.length === 0 ? '' : ` (or ${others.map((name) => `\`${name}\``).join(', ')})`
}

function misspelt({ sections }: CharterProse, names: readonly string[]): Section | undefined {
  const keys = names.map(headingKey)
  return sections.find(({ text, level }) => {
    const meant = level > 1 ? nearest(headingKey(text), keys) : undefined
    return meant !== undefined && meant[0] === headingKey(text)[0]
  })
}

const sectionsSaySomething = eachProse((prose, { charter, now }) =>
  endedBy(charter, todayAt(now)) !== undefined
    ? []
    : prose.sections
        .filter(({ isEmpty, level }) => isEmpty && level > 1)
        .map((section) => ({
          at: section,
          message: `Nothing stands under the heading \`${section.text}\`.`,
          hint: 'Say what holds, say that it is undecided, or take the heading out.',
        })),
)

const LEFTOVERS =
  /\bTODO\b|\bTBD\b|\bFIXME\b|\bTo be written\b|\{\{[^{}]*\}\}|\blorem ipsum\b|\[(?:insert|your|name of)\b[^\]]*\]/

const nothingIsLeftOver = eachProse(({ texts }) =>
  texts.flatMap((text) => {
    const left = LEFTOVERS.exec(text.text)?.[0]
    if (left === undefined) return []
    return [
      {
        at: text,
        message: `\`${left}\` is left over from a template.`,
        hint: 'Write what holds for this team.',
      },
    ]
  }),
)

const headHasNothingLeftOver = eachCharter(({ name, mission }) =>
  Object.entries({ name, mission: mission ?? '' }).flatMap(([key, value]) => {
    const left = LEFTOVERS.exec(value)?.[0]
    if (left === undefined) return []
    return [
      {
        path: [key],
        message: `\`${left}\` is left over from a template.`,
        hint: 'Write what holds for this team.',
      },
    ]
  }),
)

const headingsDiffer = eachProse(({ sections }) => {
  const first = new Map<string, Section>()
  return sections.flatMap((section) => {
    const key = [...section.parents, section]
      .map(({ text, line }) => (text === section.text ? headingKey(text) : line))
      .join('/')
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, section)
      return []
    }
    return [
      {
        at: section,
        message: `The heading \`${section.text}\` stands a second time; the first is in line ${earlier.line}.`,
        hint: 'Make one section of the two: readers and links find only the first.',
      },
    ]
  })
})

const headingsAreMarkdown = eachProse(({ sections }) =>
  sections
    .filter(({ html }) => html !== 'none')
    .map((section) => ({
      at: section,
      message: `The heading \`${section.text}\` ${section.html === 'only' ? 'is written in HTML' : 'holds HTML'}, which GitHub leaves out of its link and its list of contents.`,
      hint: `Write \`${'#'.repeat(section.level)} ${section.text}\`.`,
    })),
)

const scopeIsOne = eachProse((prose) =>
  findContradictions(
    inScope(prose),
    outOfScope(prose).filter(({ text }) => !LEFTOVERS.test(text)),
  ).map(({ inside, outside }) => ({
    at: outside,
    message: `This stands out of scope here, and in scope in line ${inside.line}: \`${inside.text}\`.`,
    hint: 'Take one of the two out, or say how they differ.',
  })),
)

const both =
  (...rules: readonly Check['find'][]): Check['find'] =>
  (matter: CheckMatter) =>
    rules.flatMap((rule) => rule(matter))

/** The checks of what charters say in prose. */
export const charterTextChecks: readonly Check[] = [
  {
    name: 'charter-has-text',
    severity: 'warning',
    sentence: 'Every charter has text under a heading.',
    find: hasText,
  },
  {
    name: 'charter-has-headings',
    severity: 'warning',
    sentence: 'A charter that is in review or in force has the headings that its kind asks for.',
    find: headingsAreThere,
  },
  {
    name: 'section-has-text',
    severity: 'warning',
    sentence: 'Every section of a charter says something.',
    find: sectionsSaySomething,
  },
  {
    name: 'template-is-filled-in',
    severity: 'warning',
    sentence: 'Nothing in a charter is left over from a template.',
    find: both(headHasNothingLeftOver, nothingIsLeftOver),
  },
  {
    name: 'heading-stands-once',
    severity: 'warning',
    sentence: 'No heading stands twice in one section of a charter.',
    find: headingsDiffer,
  },
  {
    name: 'heading-is-markdown',
    severity: 'warning',
    sentence: 'The headings of charters hold no HTML.',
    find: headingsAreMarkdown,
  },
  {
    name: 'scope-agrees-with-itself',
    severity: 'error',
    sentence: 'Nothing is both in scope and out of scope.',
    find: scopeIsOne,
  },
  {
    name: 'charter-link-leads-somewhere',
    severity: 'error',
    sentence: 'Links of charters to files of the workspace lead to files that are there.',
    find: linksLeadSomewhere,
  },
]
