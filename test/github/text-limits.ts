/** GitHub's limit of bodies, in characters ("Body is too long (maximum is 65536 characters)"). */
export const BODY_LIMIT = 65_536

/** GitHub's limit of titles, in characters. */
export const TITLE_LIMIT = 256

/** GitHub's limits of label names and descriptions, in characters. */
export const LABEL_LIMITS = { name: 50, description: 100 } as const

/** At most so many issues are pinned in a repository. */
export const PIN_LIMIT = 3

/** What GitHub would say of a title; undefined when it is good. */
export function titleFault(title: string): string | undefined {
  if (title.trim() === '') return "Title can't be blank"
  return tooLong('Title', title, TITLE_LIMIT)
}

/** What GitHub would say of a body; undefined when it is good. */
export function bodyFault(body: string): string | undefined {
  return tooLong('Body', body, BODY_LIMIT)
}

/** Counts characters as Ruby does: code points, not UTF-16 units. */
export function tooLong(what: string, text: string, limit: number): string | undefined {
  if (text.length <= limit || Array.from(text).length <= limit) return undefined
  return `${what} is too long (maximum is ${limit} characters)`
}
