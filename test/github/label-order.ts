import { ordered, type Listing } from './listing.ts'
import type { Label } from './world-state.ts'

/** How a list of labels is asked; the schema's default is by their making. */
export interface LabelOrder {
  readonly orderBy?: { readonly field: 'NAME' | 'CREATED_AT'; readonly direction: 'ASC' | 'DESC' } | null
}

/** Labels in the order asked. */
export function labelsInOrder(labels: Iterable<Label>, { orderBy }: LabelOrder): Listing<Label> {
  const byName = orderBy?.field === 'NAME'
  return ordered(
    labels,
    (label) => [byName ? label.name.toLowerCase() : label.createdAt, label.databaseId],
    orderBy?.direction,
  )
}
