import { FAULTS, type FaultKind } from './faults.ts'
import type { LoggedRequest } from './request-log.ts'

/** What is known of a request before it is answered. */
export type ComingRequest = Pick<
  LoggedRequest,
  'number' | 'kind' | 'path' | 'operationName' | 'mutations' | 'query' | 'variables'
>

/** Which requests go wrong, and how. */
export interface FaultOrder {
  readonly kind: FaultKind
  /** The number of the request, counted from 1; the next that fits `when` (or any) if not said. */
  readonly at?: number
  readonly when?: (request: ComingRequest) => boolean
  /** How many requests: 1 if not said. With `at`, that many from there on. */
  readonly times?: number
  /** Whether a write takes effect all the same; as the table of faults says if not said. */
  readonly applied?: boolean
  /** Seconds for `retry-after`: 1 if not said. */
  readonly retryAfter?: number
  /** Seconds until the primary limit starts anew: 60 if not said. */
  readonly resetsIn?: number
}

/** An order that has come due. */
export interface DueFault {
  readonly order: FaultOrder
  readonly applied: boolean
}

/** The orders that wait. */
export interface FaultOrders {
  readonly add: (order: FaultOrder) => void
  /** The fault for this request, if one was ordered; it is used up. */
  readonly take: (request: ComingRequest) => DueFault | undefined
  readonly clear: () => void
}

/** An empty book of orders. */
export function makeFaultOrders(): FaultOrders {
  let waiting: { readonly order: FaultOrder; left: number }[] = []
  return {
    add: (order) => {
      waiting.push({ order, left: order.times ?? 1 })
    },
    take: (request) => {
      const due = waiting.find(({ order }) => isDue(order, request))
      if (due === undefined) return undefined
      due.left -= 1
      waiting = waiting.filter(({ left }) => left > 0)
      return { order: due.order, applied: due.order.applied ?? FAULTS[due.order.kind].applied }
    },
    clear: () => {
      waiting = []
    },
  }
}

function isDue({ at, when, times = 1 }: FaultOrder, request: ComingRequest): boolean {
  if (at !== undefined && (request.number < at || request.number >= at + times)) return false
  return when === undefined || when(request)
}
