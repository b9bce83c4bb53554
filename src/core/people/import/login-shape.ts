/** Letters, digits and hyphens, at most 39; an underscore stands before the short code of an account that a company manages. */
const SHAPE = /^[A-Za-z0-9][A-Za-z0-9-]*(?:_[A-Za-z0-9]+)?$/
const LONGEST = 39

/** Whether GitHub could have given this login. Old accounts may hold two hyphens or end in one, so those are let through. */
export function isLogin(text: string): boolean {
  return text.length <= LONGEST && SHAPE.test(text)
}

/** The characters that no login holds, each as `а (U+0430)`: letters of other alphabets look like ours, and some are invisible. */
export function foreignCharacters(text: string): string[] {
  const foreign = [...new Set(text)].filter((one) => !/[A-Za-z0-9_-]/.test(one))
  return foreign.map((one) => `${visible(one)} (U+${codePoint(one)})`)
}

/** Two spellings of one account: GitHub's logins do not differ by case alone. */
export function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function visible(one: string): string {
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(one) && one !== '`' ? one : '?'
}

function codePoint(one: string): string {
  return (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
