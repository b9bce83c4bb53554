import type * as z from 'zod'
import { refuse } from './problem.ts'

/**
 * The value of an option or argument, read as the same field of a file is read; undefined when it was left out. Refuses text
 * that is none; `name` is the option as it is typed, `--since`.
 */
export function readOption<Value>(name: string, given: unknown, field: z.ZodType<Value>): Value | undefined {
  if (given === undefined) return undefined
  const read = field.safeParse(given)
  if (read.success) return read.data
  const [message = '', hint] = (read.error.issues[0]?.message ?? '').split('\n')
  throw refuse('usage', `${name}: ${message}`, hint)
}
