import type { Context } from './context.ts'

/** Answers one field; tables of these are typed by their functions, so the engine may call them with anything. */
type Resolve = (source: never, given: never, context: Context) => unknown

/** How a field with arguments is answered. */
export interface FieldRule {
  /** The arguments (of a mutation: of its input) that are modelled; any other given one is answered loudly. */
  readonly arguments: readonly string[]
  readonly resolve: Resolve
  readonly kind: 'plain' | 'connection' | 'mutation'
}

/** The fields of one type: the function of one without arguments, or a rule. */
export type TypeRules = Readonly<Record<string, Resolve | FieldRule>>

/** A field with arguments. */
export function field(names: readonly string[], resolve: Resolve): FieldRule {
  return { arguments: names, resolve, kind: 'plain' }
}

const PAGING = ['first', 'after', 'last', 'before']

/** A field that is a `Listing`, given in pages; `names` are its arguments besides those of paging. */
export function connection(
  names: readonly string[],
  resolve: (source: never, given: never, context: Context) => { readonly items: readonly unknown[] } | null,
): FieldRule {
  return { arguments: [...names, ...PAGING], resolve, kind: 'connection' }
}

/** A mutation; `names` are the keys of its input, and what it gives is the payload. */
export function mutation(
  names: readonly string[],
  change: (input: never, context: Context) => Readonly<Record<string, unknown>>,
): FieldRule {
  const resolve = (_root: never, { input }: { readonly input: never }, context: Context) =>
    change(input, context)
  return { arguments: names, resolve, kind: 'mutation' }
}

/** Fields that are simply what the thing holds under the same name. */
export function own<Thing>(
  ...names: readonly (keyof Thing & string)[]
): Readonly<Record<string, (thing: Thing) => unknown>> {
  return Object.fromEntries(names.map((name) => [name, (thing: Thing) => thing[name]]))
}
