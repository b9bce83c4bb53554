/** Whether the tests try all that they know, as `npm run test:thorough` has them do, or a part of it that a slow machine gets through while somebody waits. */
export const THOROUGH = process.env['WG_THOROUGH'] === '1'

/** How many random cases a law is tried on; a fifth of those of a thorough run, but not below twenty. */
export function runs(thorough: number): number {
  return THOROUGH ? thorough : Math.min(thorough, Math.max(20, Math.ceil(thorough / 5)))
}

/** One of so many of the cases, from the first to the last; all of them in a thorough run. */
export function oneOf<Case>(every: number, cases: readonly Case[]): readonly Case[] {
  return THOROUGH ? cases : cases.filter((_, index) => index % every === 0)
}

/** How long something hostile is; a fifth in other runs than a thorough one. */
export function size(thorough: number): number {
  return THOROUGH ? thorough : thorough / 5
}
