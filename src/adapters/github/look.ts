import type { Refused } from '../../core/doctor/seen.ts'
import { classifyFault } from './faults.ts'
import { Refusal } from '../../core/problem.ts'
import { type Connection, restClient } from './transport.ts'

/** What a look at a path of REST showed, with the headers of the answer. */
export interface Looked {
  readonly data: unknown
  readonly headers: Headers
}

type Headers = Readonly<Record<string, string | number | undefined>>

/** Looks at a path of REST. A refusal is an answer here; what `classifyFault` would try again is thrown. */
export type Look = (path: string) => Promise<Looked | Refused>

/** The REST client of one token for somebody who wants to know how GitHub refuses. */
export function makeLook(connection: Connection): Look {
  const client = restClient(connection)
  return async (path) => {
    try {
      const answer = await client(`GET ${path}`)
      return { data: answer.data as unknown, headers: answer.headers }
    } catch (error) {
      return readRefusal(error)
    }
  }
}

interface Thrown {
  readonly status?: number
  readonly message?: string
  readonly response?: { readonly data?: { readonly message?: string } | null; readonly headers?: Headers }
}

const REFUSALS = [401, 403, 404, 410]

function readRefusal(error: unknown): Refused {
  const { status = 0, response, message = '' } = error as Thrown
  const fault = classifyFault(error)
  if (!(fault instanceof Refusal) || !REFUSALS.includes(status)) throw fault
  const accepted = response?.headers?.['x-accepted-github-permissions']
  return {
    kind: 'refused',
    status,
    message: (response?.data?.message ?? message).slice(0, 200),
    ...(accepted === undefined ? {} : { accepted: String(accepted) }),
  }
}
