import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuse } from '../core/problem.ts'
import type { Pages, Served } from '../ports.ts'

/**
 * Serves pages on the loopback address alone, with an ETag (RFC 9110 §8.8.3), until the process is interrupted.
 * What goes wrong while a page is made is answered with status 500 and the message.
 */
export async function serveLocally(pages: Pages, port: number): Promise<Served> {
  const server = createServer((request, response) => {
    answer(pages, request, response).catch((error: unknown) => {
      response.writeHead(500, PLAIN).end(`${error instanceof Error ? error.message : String(error)}\n`)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)))
    server.listen(port, '127.0.0.1', resolve)
  })
  const ended = new Promise<void>((resolve) => {
    server.once('close', resolve)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
    server.on('close', () => server.closeAllConnections())
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ended }
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' }

async function answer(pages: Pages, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isForUs(request.headers.host))
    return void response.writeHead(421, PLAIN).end('This server answers to 127.0.0.1 and localhost alone.\n')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { ...PLAIN, allow: 'GET, HEAD' }).end('Only GET and HEAD.\n')
  const path = pathOf(request.url ?? '/')
  const page = path === undefined ? undefined : await pages(path)
  if (!page) return void response.writeHead(404, PLAIN).end('There is nothing here.\n')
  const etag = `"${createHash('sha256').update(page.text).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'no-cache' }
  if (isKnown(request.headers['if-none-match'], etag)) return void response.writeHead(304, headers).end()
  response.writeHead(200, {
    ...headers,
    'content-type': page.type,
    'content-length': Buffer.byteLength(page.text),
  })
  response.end(request.method === 'HEAD' ? undefined : page.text)
}

/** A page of the web can make a browser ask a server of this machine under a name of its own; then the host is that name. */
function isForUs(host: string | undefined): boolean {
  return host === undefined || /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host)
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname).slice(1)
  } catch {
    return undefined
  }
}

function isKnown(tags: string | undefined, etag: string): boolean {
  return (tags ?? '').split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return refuse('serve', `Port ${port} is in use.`, 'Name another one: `--port 8018`.')
  if (error.code === 'EACCES')
    return refuse('serve', `You may not open port ${port}.`, 'Name one above 1023.')
  return error
}
