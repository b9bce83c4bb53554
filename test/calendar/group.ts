/** A group with everything that a calendar can meet: clocks that change, turns, moves, ends; all names are invented. */
export const NOW = '2026-11-22T10:00:00Z'

const charter = (name: string) =>
  `---\nname: ${name}\nhistory:\n  - { date: 2025-01-01, state: proposed }\n---\n\n# ${name}\n\nIt meets.\n`

export const GROUP: Readonly<Record<string, string>> = {
  'wg.yml': `name: "Example, Group; \\\\ of \\"Sécurité\\" 🎉"
site: https://example.org/wg/
repository: example/wg
calendar: { id: example-group, color: teal, refresh: 4 hours }
`,
  'members.yml': `members:
  - { login: ada-example, name: Ada Example, time-zone: Europe/Vienna, serves: [{ team: core, role: chair }] }
  - { login: bo-example, name: Bo Example, time-zone: Asia/Kolkata, serves: [{ team: core }] }
`,
  'charters/core.md': charter('Core'),
  'charters/docs.md': charter('Docs'),
  'meetings/core.yml': `title: "Core: sync, \\\\ and; more 🎉"
team: core
starts: 2026-01-08 15:00
zone: America/New_York
repeats: every week
location: Room 3; Floor 2
join: https://example.org/j/1?a=1,2;b=3&c=äö
changes:
  2026-03-12: cancelled
  2026-12-24: cancelled, end of the year
  2027-01-07: moved to 2027-01-08 16:00, a clash
extra: [2026-12-01 09:00]
github: { repository: example/core }
`,
  'meetings/docs.yml': `title: Docs
team: docs
starts: 2026-02-03 21:30
zone: Europe/Vienna
duration: 90 minutes
repeats: every 2 weeks
rotation:
  - { name: West, time: 21:30 }
  - { name: East, time: 10:00, zone: Asia/Kolkata, join: https://example.org/east }
`,
  'meetings/month.yml': `title: Monthly
team: docs
starts: 2026-01-31 02:30
zone: Australia/Lord_Howe
repeats: every month on the last Saturday
`,
  'meetings/old.yml': `title: Old
team: docs
starts: 2019-01-08 10:00
zone: Europe/Vienna
repeats: every week
until: 2020-01-01
`,
}
