import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { makeFolder, runWg, serveFeeds } from './folder.ts'
import { GROUP, NOW } from './group.ts'

/** An answer to a request whose every header is the test's own. */
function ask(
  address: string,
  options: { readonly method?: string; readonly headers?: Record<string, string> } = {},
) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      request(address, options, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      })
        .on('error', reject)
        .end()
    },
  )
}

test('the local server serves what wg calendar writes, with type and ETag', async () => {
  const group = makeFolder(GROUP)
  const address = await serveFeeds(group, NOW)
  await runWg(group, ['--now', NOW, 'calendar'])

  for (const [path, type] of [
    ['all.ics', 'text/calendar; charset=utf-8'],
    ['series/old.ics', 'text/calendar; charset=utf-8'],
    ['meetings.json', 'application/json; charset=utf-8'],
  ] as const) {
    const { status, headers, body } = await ask(`${address}${path}`)
    expect([status, headers['content-type'], body]).toEqual([200, type, group.read(`public/${path}`)])
  }
  expect((await ask(address)).body.split('\n')).toContain('teams/core.ics')

  const all = await ask(`${address}all.ics`)
  const etag = String(all.headers['etag'])
  expect(etag).toMatch(/^"[\w-]+"$/)
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
    expect(await ask(`${address}all.ics`, { headers: { 'if-none-match': tag } })).toMatchObject({
      status: 304,
      body: '',
    })
  expect(await ask(`${address}all.ics`, { headers: { 'if-none-match': '"other"' } })).toMatchObject({
    status: 200,
  })
  const head = await ask(`${address}all.ics`, { method: 'HEAD' })
  expect(head).toMatchObject({ status: 200, body: '' })
  expect(head.headers['content-length']).toBe(String(Buffer.byteLength(all.body)))

  await runWg(group, ['--now', NOW, 'meeting', 'cancel', 'core/2026-12-03', '--reason', 'x'])
  expect(await ask(`${address}all.ics`, { headers: { 'if-none-match': etag } })).toMatchObject({
    status: 200,
  })

  for (const path of ['none.ics', '../wg.yml', '%2e%2e/wg.yml', '%E0%A4%A', 'members.yml', 'series'])
    expect(await ask(`${address}${path}`), path).toMatchObject({ status: 404 })
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect(await ask(`${address}all.ics`, { method })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    })
  for (const host of ['evil.example', '127.0.0.1.evil.example:80'])
    expect(await ask(`${address}all.ics`, { headers: { host } })).toMatchObject({ status: 421 })

  group.write('meetings/month.yml', 'title: Monthly\nteem: docs\n')
  group.write('meetings/docs.yml', 'title: [\n')
  const { status, body } = await ask(`${address}all.ics`)
  expect(status).toBe(500)
  expect(body).toMatch(/^meetings\/docs\.yml 2:1 [^]*^meetings\/month\.yml 2:1 [^]*Did you mean `team`/m)
})

test('the local server listens on the loopback address alone', async () => {
  const address = new URL(await serveFeeds(makeFolder(GROUP), NOW))
  expect(address.hostname).toBe('127.0.0.1')
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address: own }) => own)
  for (const host of ['127.0.0.2', ...others]) {
    const outcome = await new Promise((resolve) => {
      const socket = connect({ host, port: Number(address.port), timeout: 2000 })
      socket.once('connect', () => resolve('connected')).once('error', () => resolve('refused'))
      socket.once('timeout', () => resolve('refused'))
      socket.once('close', () => socket.destroy())
    })
    expect([host, outcome]).toEqual([host, 'refused'])
  }
})

test('a port that is no port, or in use, is refused', async () => {
  const group = makeFolder(GROUP)
  const { port } = new URL(await serveFeeds(group, NOW))
  expect(await runWg(group, ['calendar', 'serve', '--port', 'http'])).toMatchObject({ code: 2 })
  const { code, err } = await runWg(group, ['calendar', 'serve', '--port', port])
  expect([code, err]).toEqual([1, expect.stringContaining(`Port ${port} is in use.`)])
})
