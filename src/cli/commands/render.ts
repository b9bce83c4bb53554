import { OWNERS_FILES, renderOwners } from '../../core/pages/render-owners.ts'
import { type RenderedPage, renderPage } from '../../core/pages/render-page.ts'
import type { WriteFile } from '../../core/plan/change.ts'
import type { Problem } from '../../core/problem.ts'
import { isVoteFile, teamOfFile, type Workspace } from '../../core/workspace.ts'
import { type App, loadAround, openApp, unusable } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { withoutBroken } from '../load-charters.ts'
import { countProblems, printProblems } from '../print-problems.ts'
import { renderSecurityTxt } from '../render-security-txt.ts'
import { say } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('[file]', 'one page; every page of the workspace when left out')
    .option('--check', 'write nothing, and end with 1 when a page is out of date')
    .option('--anew', 'write everything between the marks afresh, also what people have changed there')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText('after', '\nExamples:\n  wg render\n  wg render README.md --dry-run\n  wg render --check')
  run(async ({ values: [file], options }) => {
    const app = await openApp(world, options)
    const loaded = await loadAround(app, (path) => !isVoteFile(path) && teamOfFile(path) === undefined)
    const workspace = withoutBroken(loaded.workspace, loaded.problems)
    const paths = file === undefined ? await pagesOf(app) : file === workspace.group.securityTxt ? [] : [file]
    const anew = options['anew'] === true
    const pages = await renderAll(paths, { app, workspace, anew })
    const contact =
      file === undefined || file === workspace.group.securityTxt
        ? await renderSecurityTxt(app, workspace, anew)
        : { changes: [], problems: [] }
    const changes = [...pages.changes, ...contact.changes]
    const problems = [...pages.problems, ...contact.problems]
    const check = options['check'] === true
    const all = check ? [...problems, ...changes.map(outOfDate)] : problems
    const format = options.json ? 'json' : world.environment.actions ? 'github' : 'text'
    const told = [...loaded.problems, ...all]
    if (told.length > 0 || options.json) printProblems(told, { terminal: world.terminal, format })
    if (!check) {
      const notes =
        changes.length === 0 && all.length === 0 ? ['Nothing to do: every page is up to date.'] : []
      await applyPlan({ changes, notes }, app, options['dryRun'] === true)
    } else say(app, all.length === 0 ? 'Every page is up to date.' : `${countProblems(all)}.`)
    return all.some(({ severity }) => check || severity === 'error') ? 1 : undefined
  })
}

/** The Markdown files of the workspace that are no templates, and the files of owners. A folder with its own `wg.yml` is another workspace. */
async function pagesOf({ files }: App): Promise<readonly string[]> {
  const paths = await files.list('')
  const others = paths
    .filter((path) => path.endsWith('/wg.yml'))
    .map((path) => path.slice(0, -'wg.yml'.length))
  const pages = paths.filter(
    (path) =>
      path.endsWith('.md') &&
      !path.startsWith('templates/') &&
      !others.some((folder) => path.startsWith(folder)),
  )
  return [...pages, ...OWNERS_FILES]
}

interface Rendering {
  readonly app: App
  readonly workspace: Workspace
  readonly anew: boolean
}

async function renderAll(paths: readonly string[], { app, workspace, anew }: Rendering) {
  const changes: WriteFile[] = []
  const problems: Problem[] = []
  for (const file of paths) {
    const content = await app.files.read(file)
    if (content.kind === 'missing' && !paths.includes('CODEOWNERS'))
      problems.push(unusable(file, 'does not exist'))
    if (content.kind === 'unusable') problems.push(unusable(file, content.why))
    if (content.kind !== 'text') continue
    const render: (...given: Parameters<typeof renderPage>) => RenderedPage = file.endsWith('.md')
      ? renderPage
      : renderOwners
    const page = render(content.text, { workspace, now: app.now, file }, { anew })
    problems.push(...page.problems)
    if (page.text !== undefined && page.text !== content.text) {
      changes.push({ kind: 'write-file', path: file, before: content.text, after: page.text })
    }
  }
  return { changes, problems }
}

function outOfDate({ path, before = '', after }: WriteFile): Problem {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const line = old.findIndex((each, index) => each !== now[index])
  return {
    rule: 'page-is-up-to-date',
    severity: 'error',
    message: 'This page is out of date.',
    hint: `Run \`wg render\`, and commit what it writes.`,
    place: { file: path, line: (line < 0 ? old.length : line) + 1, column: 1 },
  }
}
