import type { GitHub } from '../../ports.ts'
import { type Patience, Waiting } from './patience.ts'
import { githubReader } from './reader.ts'
import { type Connection, makeSend } from './transport.ts'
import { githubWriter } from './writer.ts'

/** GitHub as one token sees it. */
export function connectGitHub(connection: Connection, patience: Patience): GitHub {
  const send = makeSend(connection)
  const waiting = new Waiting(patience)
  return {
    reader: githubReader(send, waiting),
    writer: githubWriter(send, waiting),
    pause: (attempt) => waiting.pause(attempt),
  }
}
