import fc from 'fast-check'

/** An invented person of a roster. */
export interface Person {
  readonly login: string
  readonly name: string
  readonly role: string
}

/** A way in which groups write a list of people. */
export interface Dialect {
  readonly title: string
  readonly saysRoles: boolean
  readonly print: (people: readonly Person[]) => string
}

const link = (login: string) => `https://github.com/${login}`
const list = (print: (person: Person) => string) => (people: readonly Person[]) =>
  people.map(print).join('\n')
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

export const DIALECTS: readonly Dialect[] = [
  {
    title: 'stars, dash, bold',
    saysRoles: false,
    print: list((p) => `* [${p.login}](${link(p.login)}) - **${p.name}**`),
  },
  {
    title: 'hyphens, no dash',
    saysRoles: false,
    print: list((p) => `- [${p.login}](${link(p.login)}) **${p.name}**`),
  },
  { title: 'at sign', saysRoles: false, print: list((p) => `* [@${p.login}](${link(p.login)}) - ${p.name}`) },
  {
    title: 'no scheme',
    saysRoles: false,
    print: list((p) => `* [${p.login}](github.com/${p.login}) - ${p.name}`),
  },
  {
    title: 'name first',
    saysRoles: false,
    print: list((p) => `- ${p.name} ([@${p.login}](${link(p.login)}))`),
  },
  { title: 'name and mention', saysRoles: false, print: list((p) => `* ${p.name} @${p.login}`) },
  { title: 'mention and name', saysRoles: false, print: list((p) => `* @${p.login} - ${p.name}`) },
  {
    title: 'two lines',
    saysRoles: false,
    print: list((p) => `* [${p.login}](${link(p.login)}) -\n  **${p.name}** (they/them)`),
  },
  {
    title: 'role at the end',
    saysRoles: true,
    print: list((p) => `* @${p.login} - ${p.name} (${capital(p.role)})`),
  },
  {
    title: 'role in front',
    saysRoles: true,
    print: list((p) => `- ${capital(p.role)}: **${p.name}** (@${p.login})`),
  },
  {
    title: 'synchronised block',
    saysRoles: false,
    print: (people) =>
      [
        '<!-- ncu-team-sync.team(example/team) -->',
        '',
        list((p) => `- [@${p.login}](${link(p.login)}) - ${p.name}`)(people),
      ]
        .concat(['', '<!-- ncu-team-sync end -->'])
        .join('\n'),
  },
  {
    title: 'Markdown table',
    saysRoles: true,
    print: (people) =>
      ['', '| Avatar | Name | Role | Time Zone |', '| --- | --- | --- | --- |']
        .concat(
          people.map(
            (p) =>
              `| ![@${p.login}](${link(p.login)}.png) | ${p.name} [@${p.login}](${link(p.login)}) | ${p.role} | CET |`,
          ),
        )
        .join('\n'),
  },
  {
    title: 'Markdown table of bare logins',
    saysRoles: false,
    print: (people) =>
      ['', '| Name | GitHub |', '| :-- | :-- |']
        .concat(people.map((p) => `| ${p.name} | ${p.login} |`))
        .join('\n'),
  },
  {
    title: 'folded HTML table',
    saysRoles: true,
    print: (people) =>
      ['<details><summary>Show</summary><table>', '<tr><th>Name</th><th>Position</th></tr>']
        .concat(
          people.map(
            (p) =>
              `<tr><td>${p.name} <a href="${link(p.login)}">@${p.login}</a></td>\n<td><b>${capital(p.role)}</b></td></tr>`,
          ),
        )
        .concat('</table></details>')
        .join('\n'),
  },
  {
    title: 'grid of pictures',
    saysRoles: false,
    print: (people) =>
      `<table><tr>${people.map((p) => `<td><a href="${link(p.login)}"><img src="${link(p.login)}.png"><br><sub><b>${p.name}</b></sub></a></td>`).join('\n')}</tr></table>`,
  },
]

const WORDS = [
  'Ada',
  'Björn',
  'Łucja',
  'Ада',
  'Примерова',
  '小明',
  "O'Neil-Example",
  'Example',
  'Sample',
  'Jr.',
  'Mx',
  'M',
]

const name = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ' van der', ' de', ' X'), fc.constantFrom(...WORDS))
  .map(([first, between, last]) => `${first}${between} ${last}`)

/** The number at the end keeps logins apart from addresses that GitHub keeps for itself. */
const login = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,10}$/), fc.nat(99))
  .map(([begin, number]) => `${begin}-${String(number)}`)

const person = fc.record({ login, name, role: fc.constantFrom('chair', 'member', 'secretary', 'co-chair') })

/** Some people, no two with one login. */
export const people: fc.Arbitrary<Person[]> = fc.uniqueArray(person, {
  selector: (one) => one.login.toLowerCase(),
  minLength: 2,
  maxLength: 8,
})
