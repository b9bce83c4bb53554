/** Where a site says which files of its folder are its own. */
export const MANIFEST = '.wg-site.json'

/** The text of the manifest: the paths of the files, sorted. */
export function printManifest(paths: Iterable<string>): string {
  return `${JSON.stringify({ version: 1, files: [...new Set(paths)].sort() }, null, 2)}\n`
}

/** The paths that a manifest names; none when it is no manifest of wg. A path that could lead out of the folder is never one of them. */
export function readManifest(text: string): ReadonlySet<string> {
  try {
    const { version, files } = JSON.parse(text) as { readonly version?: unknown; readonly files?: unknown }
    if (version !== 1 || !Array.isArray(files)) return new Set()
    return new Set(files.filter((each): each is string => typeof each === 'string' && isInside(each)))
  } catch {
    return new Set()
  }
}

function isInside(path: string): boolean {
  return (
    path !== '' &&
    !/^[/\\]|^[a-z]:|\\/i.test(path) &&
    path.split('/').every((part) => part !== '..' && part !== '')
  )
}
