import { refuse } from '../../core/problem.ts'
import type { GitHub } from '../../ports.ts'
import { makeLook } from './look.ts'
import { type Patience, Waiting } from './patience.ts'
import { githubReader } from './reader.ts'
import { type Connection, makeGet, makeSend } from './transport.ts'
import { githubWriter } from './writer.ts'

/** GitHub as one token sees it. Refuses a token and an address that can be none; shows neither. */
export function connectGitHub(connection: Connection, patience: Patience): GitHub {
  if (/[^\x21-\x7e]/.test(connection.token)) {
    throw refuse(
      'github-token',
      'What stands in `GITHUB_TOKEN` is no token: it holds a space, a line end or another sign that no token has.',
      'Copy the token again, without quotes and line ends.',
    )
  }
  if (!isAddress(connection.apiUrl)) {
    throw refuse(
      'github-address',
      'What stands in `GITHUB_GRAPHQL_URL` or `GITHUB_API_URL` is no address of a GitHub.',
      'Write it as `https://github.example.org/api/graphql`, without a name or password; for github.com leave it out.',
    )
  }
  const send = makeSend(connection)
  const waiting = new Waiting(patience)
  return {
    reader: githubReader({ send, get: makeGet(connection), look: makeLook(connection) }, waiting),
    writer: githubWriter(send, waiting),
    pause: (attempt) => waiting.pause(attempt),
  }
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}
