import { type Charter, charterFile } from '../charters/charter.ts'
import { nearest } from '../text/nearest.ts'
import type { ValuePath } from '../text/yaml.ts'
import type { Workspace, WorkspaceTexts } from '../workspace.ts'
import type { Check } from './check.ts'
import { eachCharter, eachProse } from './each-charter.ts'

/** The file of the workspace to which a link leads; undefined when it leads elsewhere, or to a file that wg does not read. */
export function linkedFile(link: string, folder: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(link)) return undefined
  const path = decoded(link.replace(/[?#].*$/s, ''))
  if (path === undefined || !/\.(?:md|ya?ml)$/i.test(path)) return undefined
  const steps = path.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of path.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined
    if (step !== '' && step !== '.' && step !== '..') steps.push(step)
  }
  return steps.join('/')
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

const inHead = eachCharter((charter, { workspace }) =>
  linksOfHead(charter).flatMap(({ path, link }) => {
    const file = linkedFile(link, '')
    return file === undefined || isThere(file, workspace) ? [] : [{ path, ...lost(file, workspace.texts) }]
  }),
)

function linksOfHead({ history, deliverables, codeOfConduct }: Charter) {
  const links: readonly { readonly path: ValuePath; readonly link: string | undefined }[] = [
    { path: ['code-of-conduct'], link: codeOfConduct },
    ...deliverables.map(({ link }, index) => ({ path: ['deliverables', index, 'link'], link })),
    ...history.map(({ link }, index) => ({ path: ['history', index, 'link'], link })),
  ]
  return links.flatMap(({ path, link }) => (link === undefined ? [] : [{ path, link }]))
}

const inProse = eachProse(({ links }, { charter, workspace }) =>
  links.flatMap((link) => {
    const file = linkedFile(link.text, charterFile(charter.team).split('/').slice(0, -1).join('/'))
    return file === undefined || isThere(file, workspace)
      ? []
      : [{ at: link, ...lost(file, workspace.texts) }]
  }),
)

/** Pages that are built or belong to tests are not read, so nobody knows whether they are there. */
function isThere(file: string, { texts }: Workspace): boolean {
  return texts.has(file) || /^(?:dist|public|test)\//.test(file)
}

function lost(file: string, texts: WorkspaceTexts) {
  const near = nearest(file, [...texts.keys()])
  return {
    message: `This links to \`${file}\`, and there is no such file in the workspace.`,
    hint: near === undefined ? 'Write the file, or put the link right.' : `Did you mean \`${near}\`?`,
  }
}

/** Links of charters to files that are not there. */
export const linksLeadSomewhere: Check['find'] = (matter) => [...inHead(matter), ...inProse(matter)]
