import { foreignCharacters } from './login-shape.ts'

/** Something found at an offset of the page, before it has a file and a line. */
export interface Finding {
  readonly rule: string
  readonly message: string
  readonly hint: string
  readonly offset: number
}

/** What can be wrong with a roster, each rule with its sentence and what to do. `said` is what the page says, cut to one short line. */
const SENTENCES = {
  'roster-none': () => [
    'This page has no roster: no heading such as `Members`, and no synchronised block.',
    'Give the list of people a heading such as `## Members`.',
  ],
  'roster-line': (said: string) => [
    `This line of a roster names no GitHub account: ${quote(said)}.`,
    'Link the account or write it with `@`, as in `* [@ada-example](https://github.com/ada-example) - Ada Example`; no login is made up from a name.',
  ],
  'roster-sentence': (said: string) => [
    `This line names an account, but reads like a sentence and not like an entry of a roster: ${quote(said)}.`,
    'If it is an entry, begin it with the account; if it is not, move it out of the list.',
  ],
  'roster-page': () => [
    'This page is longer than two million characters, so none of it was read.',
    'Copy the roster into a page of its own and import that.',
  ],
  'roster-wild': () => [
    'This line is nested too deep, or is longer than 10,000 characters, so it was not read.',
    'Give every person of the roster a line of their own, without such an indent.',
  ],
  'roster-prose': (said: string) => [
    `A paragraph of the roster begins with an account: ${quote(said)}.`,
    'If this is an entry of the roster, make it an item of a list, beginning with `*` or `-`.',
  ],
  'roster-nested': (said: string) => [
    `This account stands below another person of the list: ${quote(said)}.`,
    'Give everybody an item of their own at the same depth.',
  ],
  'roster-several': (said: string) => [
    `This line names several accounts: ${said}.`,
    'Give every person a line; a second account of the same person can be left out.',
  ],
  'roster-struck': (said: string) => [
    `The account \`${said}\` is struck out, which can mean several things.`,
    'Delete the line, or move it below a heading such as `## Emeritus`.',
  ],
  'roster-mail': (said: string) => [
    `An e-mail address stands where a login belongs: ${quote(said)}.`,
    'Write the GitHub login of the person, `@ada-example`.',
  ],
  'roster-login': (said: string) => [
    oddLogin(said),
    'Type the login by hand, or copy it from the address of the profile.',
  ],
  'roster-empty': (said: string) => [
    `Nobody is listed below ${quote(said)}, and the page does not say why.`,
    'Write `None` if there is nobody, or `TBD` if it is still open.',
  ],
  'roster-empty-block': (said: string) => [
    `The synchronised block of ${quote(said)} lists nobody.`,
    'It was read as a team without members; if that is wrong, have the block written again before you import.',
  ],
  'roster-unclosed': (said: string) => [
    `This ${said} is never closed.`,
    'Add its end where the roster ends.',
  ],
  'roster-unopened': (said: string) => [
    `Here ends a ${said} that never began.`,
    'Add its beginning, or delete this end.',
  ],
  'roster-label': (said: string) => [
    `The text of the link says otherwise than its address: ${said}. The address was taken.`,
    'Make the two the same; if the address is the wrong one, correct it before you import.',
  ],
  'roster-case': (said: string) => [
    `The login is spelled in two ways: ${said}. The spelling of the address was taken.`,
    'Write the login as GitHub does.',
  ],
  'roster-picture': (said: string) => [
    `The picture is of another account than the line: ${said}. The line was taken.`,
    'Correct the address of the picture.',
  ],
  'roster-twice': (said: string) => [
    `The account \`${said}\` stands in this list twice.`,
    'Delete one of the two lines.',
  ],
  'roster-both': (said: string) => [
    `The account \`${said}\` is listed both as serving and as past.`,
    'Delete one of the two lines; until then the person counts as serving.',
  ],
  'roster-group': (said: string) => [
    `The list below this item is headed ${quote(said)}, which is neither a role nor a group that the tables know.`,
    'Nothing was made of these words; check the roles of the people below it.',
  ],
} satisfies Record<string, (said: string) => readonly [string, string]>

export type RosterRule = keyof typeof SENTENCES

/** Makes a finding of a rule; `said` is the part of its sentence that changes. */
export function find(rule: RosterRule, offset: number, said = ''): Finding {
  const [message, hint] = SENTENCES[rule](said)
  return { rule, message, hint, offset }
}

function oddLogin(said: string): string {
  const foreign = foreignCharacters(said)
  if (foreign.length === 0) return `${quote(said)} cannot be a GitHub login.`
  return `${quote(said)} cannot be a GitHub login: it holds ${foreign.join(', ')}. Such characters can look like others.`
}

/** People's words for a message: on one line, cut short, and without backticks that would end the quotation. */
function quote(said: string): string {
  const line = said
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll('`', "'")
    .trim()
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``
}
