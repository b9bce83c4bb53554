import { refuse } from '../core/problem.ts'
import type { Group } from '../core/group.ts'
import type { App } from './app.ts'

/** One workspace of those that are worked on together. */
export interface GroupFolder {
  /** `groups/web`; `.` is the workspace in which wg was called. */
  readonly path: string
  readonly app: App
}

const GROUP_FILE = 'wg.yml'

/** The workspaces that `groups` of wg.yml names, by their path, and the one that names them before these. Refuses a path without a workspace. */
export async function loadGroups(
  app: App,
  { groups }: Pick<Group, 'groups'>,
): Promise<readonly GroupFolder[]> {
  const paths = new Set<string>()
  for (const pattern of groups) {
    const found = await foldersOf(pattern, app)
    if (found.length === 0)
      throw refuse(
        'groups',
        `\`groups\` in wg.yml names \`${pattern}\`, and no folder there holds a \`wg.yml\`.`,
        'Make a workspace there, `wg init groups/web`, or take the line out.',
      )
    found.forEach((path) => paths.add(path))
  }
  const opened = await Promise.all(
    [...paths].sort().map(async (path) => ({
      path,
      app: { ...app, files: await app.world.openFiles(`${app.files.root}/${path}`, 'here') },
    })),
  )
  return [{ path: '.', app }, ...opened]
}

async function foldersOf(pattern: string, { files }: App): Promise<readonly string[]> {
  if (!pattern.endsWith('/*'))
    return (await files.read(`${pattern}/${GROUP_FILE}`)).kind === 'missing' ? [] : [pattern]
  const parent = pattern.slice(0, -'/*'.length)
  return (await files.list(parent)).flatMap((file) => {
    const [folder = '', name, ...rest] = file.slice(parent.length + 1).split('/')
    return name === GROUP_FILE && rest.length === 0 ? [`${parent}/${folder}`] : []
  })
}
