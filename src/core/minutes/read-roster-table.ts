import type { Block } from './read-blocks.ts'
import type { ListedPerson } from './listed-person.ts'
import { plainText } from './plain-text.ts'
import { isName, readPerson } from './read-person.ts'

type Column = 'name' | 'login' | 'role' | 'present'

/** Heads of columns by what they hold. */
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['login', /\b(?:github|git hub|handle|username|login|alias on github|gh)\b/i],
  ['present', /^(?:present|attended|attendance|attending|here|status|\?|x|✓|✅)\??$/i],
  [
    'name',
    /\b(?:name|attendees?|participants?|delegates?|members?|person|people|who|representative|first name)\b/i,
  ],
  ['role', /\b(?:org|organi[sz]ation|company|affiliation|employer|role|project|team|title)\b/i],
]
const NO = /^(?:no|n|absent|regrets|apologies|-|–|—|✗|✘|❌|:x:|:no_entry:|\[ \]|☐)?$/iu

/** The people of a table: by the heads of its columns, or the first cell where there are none. */
export function readRosterTable(blocks: readonly Block[]): ListedPerson[] {
  const rows = blocks.filter((block) => block.kind === 'row')
  const head = rows[0]
  if (head === undefined) return []
  const columns = (head.cells ?? []).map(
    (cell) => COLUMNS.find(([, words]) => words.test(plainText(cell)))?.[0],
  )
  const hasHead = columns.includes('name') || columns.includes('login')
  const known: readonly (Column | undefined)[] = hasHead ? withFirst(columns) : ['name', 'role']
  return rows.slice(hasHead ? 1 : 0).flatMap((row) => inRow(row, known))
}

/** Only the first column of a kind counts. */
function withFirst(columns: readonly (Column | undefined)[]): (Column | undefined)[] {
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : undefined))
}

function inRow(row: Block, columns: readonly (Column | undefined)[]): ListedPerson[] {
  const cell = (column: Column) => row.cells?.[columns.indexOf(column)] ?? ''
  const read = readPerson(cell('name'))
  const login = plainText(cell('login')).replace(/^@/, '').trim()
  const linked = /^[A-Za-z0-9-]{1,39}$/.test(login) ? login : (readPerson(cell('login'))?.login ?? null)
  const name = read?.name ?? null
  if ((name === null || !isName(name, linked !== null)) && linked === null && (read?.login ?? null) === null)
    return []
  const role = plainText(cell('role'))
  const present = !columns.includes('present') || !NO.test(cell('present').trim())
  return [
    {
      name,
      login: linked ?? read?.login ?? null,
      role: role === '' ? (read?.role ?? null) : role,
      present: present && (read?.present ?? true),
      form: 'row',
      line: row.line,
      listed: 'row',
    },
  ]
}
