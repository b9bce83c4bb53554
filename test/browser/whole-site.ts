import { readSiteAssets } from '../../src/adapters/site-assets.ts'
import { type Build, buildSite } from '../site/build-site.ts'

const ASSETS = new URL('../../dist/site/', import.meta.url)

/** The files of a site with its real style and scripts, as they were bundled last, by path. */
export async function wholeSite(build: Build = {}): Promise<ReadonlyMap<string, string>> {
  const { pages, outcome } = await buildSite({
    ...build,
    args: ['--base', '/', ...(build.args ?? [])],
    world: { siteAssets: () => readSiteAssets(ASSETS) },
  })
  if (outcome.code !== 0) throw new Error(outcome.err)
  return pages
}
