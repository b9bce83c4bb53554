import type { CHARTER_TEMPLATE_VALUES } from '../charters/charter-template.ts'
import { charterFile } from '../charters/charter.ts'
import type { Kind } from '../charters/kinds.ts'
import { readProse } from '../charters/read-prose.ts'
import { sectionCalled } from '../charters/section-names.ts'
import { UNDECIDED } from '../charters/written-charter.ts'
import { given } from '../given.ts'
import { refuse, Refusal } from '../problem.ts'
import { changeFrontMatter } from '../text/change-front-matter.ts'
import { faultAsProblem } from '../text/fault.ts'
import { splitFrontMatter } from '../text/front-matter.ts'
import { markdownText } from '../text/inline-markdown.ts'
import { fillValues } from '../text/template-values.ts'
import type { YamlChange } from '../text/yaml-change.ts'
import type { YamlData } from '../text/yaml-print.ts'
import type { Day } from '../time/day.ts'
import type { Workspace } from '../workspace.ts'
import { CHARTER_KEYS, type CharterMatter, planCharterText } from './charter-file.ts'
import type { Plan, WriteFile } from './change.ts'

/** What a new charter is made from; what is not known is left out. */
export interface NewCharter {
  readonly team: string
  readonly name: string
  readonly kind: Kind
  readonly mission?: string
  readonly partOf?: string
  readonly reportsTo?: string
  /** The address to which reports go. */
  readonly reports?: string
  readonly reviewBy?: Day
  readonly end?: Day
  /** The day on which the team is proposed, by whom, and where that can be read. */
  readonly day: Day
  readonly body?: string
  readonly link?: string
}

/** Refuses a team that has a charter, before anybody is asked about it. */
export function refuseExisting(team: string, { texts }: Pick<Workspace, 'texts'>): void {
  const file = charterFile(team)
  if (!texts.has(file)) return
  throw refuse(
    'charter',
    `\`${team}\` has a charter: ${file}.`,
    `Edit it, or change it by command: \`wg charter amend ${team} …\`.`,
  )
}

/** Plans the charter of a team that has none, from a template. Refuses a team that has one. */
export function planNewCharter(made: NewCharter, template: string, matter: CharterMatter): Plan<WriteFile> {
  refuseExisting(made.team, matter.workspace)
  const text = withHeadings(proseOf(made, template), made.kind)
  const after = changeFrontMatter(text, [
    ...Object.entries(headOf(made)).map(([key, value]): YamlChange => ({
      kind: 'set',
      path: [],
      key,
      value,
      order: CHARTER_KEYS,
    })),
    { kind: 'append', path: ['history'], values: [stepOf(made)] },
  ])
  const notes = [
    `${made.name} is proposed from ${made.day} on. Its charter is a draft; this is still to be done:`,
  ]
  const plan = planCharterText(made.team, { after, notes }, matter)
  const review = `  When it is whole: \`wg charter move ${made.team} --to in-review\`, then \`wg charter ratify ${made.team} --by … --link …\`.`
  return { ...plan, notes: [...plan.notes, review] }
}

function proseOf({ team, name, mission }: NewCharter, template: string): string {
  const values = new Map<(typeof CHARTER_TEMPLATE_VALUES)[number], string>([
    ['charter.team', team],
    ['charter.name', markdownText(name)],
    ['charter.mission', mission === undefined ? 'To be written.' : markdownText(mission)],
  ])
  const { yaml, body } = splitFrontMatter(template)
  const { text, faults } = fillValues(body.text, values)
  if (faults.length > 0)
    throw new Refusal(faults.map((fault) => faultAsProblem(fault, 'templates/charter.md')))
  return yaml === undefined ? text : `---\n${yaml.text}---\n${text}`
}

/** The headings that the kind asks for and the template lacks. */
function withHeadings(text: string, { headings }: Kind): string {
  const { body } = splitFrontMatter(text)
  const prose = readProse({ text: body.text, firstLine: body.startLine })
  const missing = headings.filter((names) => !sectionCalled(prose, names))
  return text.trimEnd() + '\n' + missing.map(([name]) => `\n## ${name}\n\nTo be written.\n`).join('')
}

function headOf({ name, kind, mission, partOf, reportsTo, reports, reviewBy, end }: NewCharter) {
  const said: Readonly<Record<string, YamlData>> = given({
    name,
    kind: kind.id,
    'part-of': partOf,
    'reports-to': reportsTo ?? UNDECIDED,
    mission,
    channels: reports === undefined ? undefined : [channelFor(reports)],
    'review-by': reviewBy,
    end,
  })
  const open = kind.fields.filter((key) => !(key in said) && key !== 'mission').map((key) => [key, UNDECIDED])
  const head = { ...(Object.fromEntries(open) as Record<string, string>), ...said }
  return Object.fromEntries(
    CHARTER_KEYS.flatMap((key) => (head[key] === undefined ? [] : [[key, head[key]]])),
  )
}

function channelFor(address: string): YamlData {
  return { kind: /^https?:/i.test(address) ? 'web' : 'email', address, for: ['reports'] }
}

function stepOf({ day, body, link }: NewCharter): YamlData {
  return given({ date: day, state: 'proposed', body, link })
}
