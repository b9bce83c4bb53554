import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from './answer.ts'
import { localGithub } from './local-github.ts'
import { validateDocument } from './validate-document.ts'
import type { WorldState } from './world-state.ts'

/** A local GitHub behind a port of this machine. */
export type GithubServer = ReturnType<typeof serveGithub>

/** Puts a wire before a world. Nothing listens until `start`; `stop` also ends what hangs. */
export function serveGithub(world: WorldState, { port = 0 }: { readonly port?: number } = {}) {
  const github = localGithub(world)
  const server = createServer((request, response) => {
    void respond(github, request, response)
  })
  let url = ''

  async function start(): Promise<void> {
    // The schema takes half a second to read: not within the first request, which may have a time limit.
    validateDocument('{ viewer { login } }')
    await listen(server, port)
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  async function stop(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }

  return {
    ...github,
    start,
    stop,
    /** For `GITHUB_API_URL`. */
    get url() {
      return url
    },
    /** For `GITHUB_GRAPHQL_URL`. */
    get graphqlUrl() {
      return `${url}/graphql`
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

type Github = ReturnType<typeof localGithub>

async function respond(github: Github, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { authorization } = request.headers
    const answer = github.answer({
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      body: Buffer.concat(chunks).toString('utf8'),
      ...(authorization !== undefined && { authorization }),
    })
    deliver(answer, response)
  } catch (error) {
    fail(github, error, response)
  }
}

function deliver({ status, headers, body, delivery }: Answer, response: ServerResponse): void {
  if (delivery === 'hang') return
  if (delivery === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    ...headers,
    'content-length': bytes.length,
    'x-github-request-id': '0000:LOCAL',
  })
  if (delivery === 'whole') {
    response.end(bytes)
    return
  }
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.socket?.destroy())
}

/** A bug of the local GitHub must fail the test that met it, not look like a fault of the service. */
function fail(github: Github, error: unknown, response: ServerResponse): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  github.unmodelled.push(`a bug of the local GitHub: ${text}`)
  if (response.headersSent) return
  response.writeHead(500, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ message: `LOCAL_GITHUB_BUG: ${text}` }))
}
