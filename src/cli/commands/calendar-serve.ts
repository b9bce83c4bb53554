import type { Pages } from '../../ports.ts'
import { load, openApp } from '../app.ts'
import { buildFeeds } from '../build-feeds.ts'
import type { CommandModule } from '../command.ts'
import { readPort } from '../read-port.ts'
import { tellAll } from '../tell-all.ts'
import type { World } from '../world.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--port <number>', 'the port on 127.0.0.1; 0 takes a free one', '8017')
    .addHelpText('after', '\nExample:\n  wg calendar serve --port 8017')
  run(async ({ options }) => {
    const port = readPort(options['port'])
    const pages: Pages = async (path) => {
      const app = await openApp(world, options)
      const feeds = await buildFeeds(app, await load(app))
      if (path === '') return { type: 'text/plain; charset=utf-8', text: [...feeds.keys(), ''].join('\n') }
      const text = feeds.get(path)
      return text === undefined ? undefined : { type: typeOf(path), text }
    }
    await pages('')
    const { url, ended } = await world.serve(tellingAll(pages, world), port)
    world.terminal.print(
      `Subscribe to ${url}all.ics\nEvery feed is listed at ${url}. The files are read again at every request; Ctrl-C ends it.\n`,
    )
    await ended
    return undefined
  })
}

/** The pages; a mistake in the workspace fails with all that is wrong, each with its place, as a text without colour. */
function tellingAll(pages: Pages, world: World): Pages {
  return async (path) => {
    try {
      return await pages(path)
    } catch (error) {
      throw new Error(tellAll(error, world), { cause: error })
    }
  }
}

function typeOf(path: string): string {
  return path.endsWith('.ics') ? 'text/calendar; charset=utf-8' : 'application/json; charset=utf-8'
}
