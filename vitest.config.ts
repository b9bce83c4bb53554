import { defineConfig } from 'vitest/config'

// As in the program that people run: the parsers of Markdown and GraphQL check themselves at every step otherwise.
process.env['NODE_ENV'] = 'production'

/** What must not depend on the zone of the machine runs again in a zone west of UTC, and in one east of it with a half hour. */
const ZONE_SENSITIVE = ['test/core/time/*.test.ts', 'test/core/meetings/*.test.ts', 'test/cases.test.ts']

/** Tests that need programs of the system beside Node; `npm run test:clients` runs them, and .ci/run installs what they need. */
const CLIENTS = ['test/calendar/real-clients.test.ts', 'test/site/atom-feed.test.ts']

/** Tests that take minutes; `npm run test:thorough` runs them, and the others on more cases. */
const THOROUGH = process.env['WG_THOROUGH'] === '1' ? [] : ['test/meeting-issue/whole-fault-matrix.test.ts']

/** Tests that need a browser; `npm run test:browser` runs them, and .ci/run installs one. */
const BROWSER = ['test/browser/*.test.ts']

const inZone = (zone: string, include: string[], globalSetup: string[] = []) => ({
  test: {
    globalSetup,
    setupFiles: ['test/fixed-seed.ts'],
    name: zone,
    include,
    exclude: ['node_modules/**', ...CLIENTS, ...BROWSER, ...THOROUGH],
    env: { TZ: zone },
    pool: 'forks' as const,
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      inZone('UTC', ['test/**/*.test.ts'], ['test/build-once.mjs']),
      inZone('America/Los_Angeles', ZONE_SENSITIVE),
      inZone('Asia/Kolkata', ZONE_SENSITIVE),
      {
        test: {
          ...inZone('UTC', CLIENTS, ['test/build-once.mjs']).test,
          name: 'clients',
          exclude: ['node_modules/**'],
        },
      },
      {
        test: {
          ...inZone('UTC', BROWSER, ['test/build-once.mjs']).test,
          name: 'browser',
          exclude: ['node_modules/**'],
        },
      },
    ],
  },
})
