import type { ListedPerson } from './listed-person.ts'

const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){1,38}$/
/** Words in brackets behind names that say what people are, and are no logins. */
const ROLE_WORDS =
  /^(?:tsc|ctc|tac|cpc|wg|ed|lf|staff|guest|guests|observer|observers|chair|chairs|co-chair|vice-chair|scribe|member|members|invited|remote|remotely|late|partial|partially|author|host|moderator|facilitator|facilitation|minutes|notes|notetaker|secretary|champion|editor|voting|non-voting|regular|emeritus|onboardee|youtube|zoom|phone|irc|build|core|web|release|releases|security|docs|maintainer|maintainers|collaborator|contributor|afternoon|morning|new|visitor|openjs|openjsf|nodejs|node|npm|google|microsoft|ibm|intel|redhat|netflix|facebook|meta|apple|mozilla|amazon|aws|github|vercel|independent|individual|community|nearform|joyent|strongloop|paypal|yahoo|independent)$/i

/** Whether a word in brackets can be a login: one word in small letters, none of the words for roles. */
export function looksLikeLogin(word: string): boolean {
  return LOGIN.test(word) && !ROLE_WORDS.test(word) && (!/^[A-Z]/.test(word) || /[a-z][A-Z]|\d/.test(word))
}

/** Whether a roster is a list of logins without `@`: single words, most of them in a shape that names do not have. */
export function isLoginRoster(people: readonly ListedPerson[]): boolean {
  const items = people.filter((person) => person.listed === 'item')
  if (items.length < 2) return false
  const single = items.filter((person) => person.name === null || !person.name.includes(' '))
  const bare = items.filter(
    (person) => person.login === null && person.role === null && looksLikeLogin(person.name ?? ''),
  )
  return (
    single.length === items.length &&
    bare.length > 0 &&
    (bare.length * 2 >= items.length || items.some((person) => person.name === null))
  )
}
