import * as z from 'zod'
import { readText } from '../fields.ts'
import { given } from '../given.ts'
import { mapping } from '../text/shape.ts'
import type { MarkerRole, MinutesWords } from './minutes-words.ts'
import { headingKey } from './heading-key.ts'
import type { SectionRole } from './words.ts'

/** The roles of headings to which a group can add words, with what each is about. */
const ROLES: Readonly<Record<Exclude<SectionRole, 'repository' | 'topic'>, string>> = {
  absent: 'who could not come',
  actions: 'what somebody is to do',
  agenda: 'what was to be talked about',
  announcements: 'news',
  attendees: 'who was there',
  decisions: 'what was decided',
  invited: 'who was asked to come',
  links: 'recordings and documents',
  logistics: 'how and where',
  next: 'the next meeting',
  notes: 'what was said',
  previous: 'a look back at the meeting before',
  questions: 'questions and other business',
  standup: 'what everybody is working on',
  updates: 'news of parts of the group',
}

const LONGEST = 60

/** Words of a heading as they are compared: small letters, no colon; `*` at one end or both stands for any words. */
const headingWords = readText(readHeadingWords, (text) => {
  const why =
    text.trim() === '' || /^[\s*]+$/.test(text)
      ? 'says nothing'
      : /\S\*\S/.test(text)
        ? 'has a `*` in the middle'
        : 'can never be a heading'
  return `\`${text}\` ${why}.\nWrite the words of the heading without \`#\` and digits, \`*\` only at an end for any words: \`anwesend\`, \`offene *\`.`
})

function readHeadingWords(text: string): string | undefined {
  const [, before = '', words = '', after = ''] = /^(\*?)\s*([^*]*?)\s*(\*?)$/s.exec(text.trim()) ?? []
  const key = headingKey(words.replace(/\s+/g, ' '))
  if (!/\p{L}/u.test(key) || /[#\d\n]/.test(key) || key.length > LONGEST) return undefined
  return `${before}${key}${after}`
}

const markerWord = readText(
  (text) =>
    /^\p{L}[\p{L}\p{M}\p{N} '’-]{1,39}$/u.test(text.trim()) ? text.trim().replace(/\s+/g, ' ') : undefined,
  (text) =>
    `\`${text}\` cannot stand before a colon as a marker.\nWrite letters only, without the colon: \`Aufgabe\`.`,
)

const roles = Object.fromEntries(
  Object.entries(ROLES).map(([role, about]) => [
    role,
    z
      .array(headingWords)
      .optional()
      .meta({ description: `Headings of ${about}.` }),
  ]),
) as Record<keyof typeof ROLES, z.ZodOptional<z.ZodArray<typeof headingWords>>>

/** What a group writes in `wg.yml` so that its minutes can be read. */
export const minutesShape = mapping({
  headings: mapping(roles).prefault({}).meta({ description: 'Words of headings, beside the English ones.' }),
  markers: mapping({
    action: z
      .array(markerWord)
      .optional()
      .meta({ description: 'What stands before the colon of an action, `Aufgabe`.' }),
    decision: z
      .array(markerWord)
      .optional()
      .meta({ description: 'What stands before the colon of a decision, `Beschluss`.' }),
  })
    .prefault({})
    .meta({ description: 'Words before a colon that mark a line.' }),
}).meta({ description: 'How this group writes its minutes.' })

/** The words as the reader of minutes takes them. */
export function makeWords({ headings, markers }: z.output<typeof minutesShape>): MinutesWords {
  return { headings: given(headings), markers: given(markers) }
}

/** A word that stands under two roles, of which only the first one counts. */
export interface DoubledWord {
  readonly word: string
  readonly role: string
  readonly first: string
  readonly index: number
}

/** The words that stand twice. */
export function doubledWords({ headings, markers }: MinutesWords): readonly DoubledWord[] {
  return [headings, markers].flatMap((table) => {
    const seen = new Map<string, string>()
    return (Object.entries(table) as [SectionRole | MarkerRole, readonly string[]][]).flatMap(
      ([role, words]) =>
        words.flatMap((word, index) => {
          const key = word.toLowerCase()
          const first = seen.get(key)
          if (first === undefined) seen.set(key, role)
          return first === undefined ? [] : [{ word, role, first, index }]
        }),
    )
  })
}
