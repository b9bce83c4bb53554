import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { posix } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Pages that are served, by their address. */
export interface ServedSite {
  readonly url: string
  readonly close: () => void
}

/** Serves files by their paths, as a host of static pages does, on a free port. */
export async function servePages(pages: ReadonlyMap<string, string>): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).slice(1)
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
    const found = pages.get(name)
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': TYPES[found === undefined ? '.html' : posix.extname(name)] ?? 'text/plain',
    })
    response.end(found ?? pages.get('404.html'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  }
}
