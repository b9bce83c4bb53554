import { refuse } from '../../core/problem.ts'
import type { GitHub } from '../../ports.ts'
import { type Patience, Waiting } from './patience.ts'
import { githubReader } from './reader.ts'
import { type Connection, makeSend } from './transport.ts'
import { githubWriter } from './writer.ts'

/** GitHub as one token sees it. Refuses a token that can be none. */
export function connectGitHub(connection: Connection, patience: Patience): GitHub {
  if (/[^\x21-\x7e]/.test(connection.token)) {
    throw refuse(
      'github-token',
      'What stands in `GITHUB_TOKEN` is no token: it holds a space, a line end or another sign that no token has.',
      'Copy the token again, without quotes and line ends.',
    )
  }
  const send = makeSend(connection)
  const waiting = new Waiting(patience)
  return {
    reader: githubReader(send, waiting),
    writer: githubWriter(send, waiting),
    pause: (attempt) => waiting.pause(attempt),
  }
}
