import { type ExportFile, exportFiles } from '../../core/pages/export-files.ts'
import type { WriteFile } from '../../core/plan/change.ts'
import { Refusal } from '../../core/problem.ts'
import type { Files } from '../../ports.ts'
import { withMinutes } from '../../core/record/meeting-record.ts'
import { trackActions } from '../../core/record/track-actions.ts'
import { type App, load, openApp, unusable } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { loadRecord } from '../load-record.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .requiredOption('--out <folder>', 'where to write it, a folder of the workspace')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText('after', '\nExample:\n  wg export --out public/api')
  run(async ({ options }) => {
    const app: App = await openApp(world, options)
    const workspace = await load(app)
    const out = String(options['out']).replace(/^\.\//, '').replace(/\/+$/, '')
    const actions = trackActions(withMinutes(await loadRecord(app, workspace)), workspace.members)
    const files = exportFiles(workspace, { now: app.now, actions }).map(({ path, text }) => ({
      path: `${out}/${path}`,
      text,
    }))
    const changes = (await Promise.all(files.map((file) => changeOf(file, app.files)))).flat()
    const notes = changes.length === 0 ? ['Nothing to do: the export is up to date.'] : []
    await applyPlan({ changes, notes }, app, options['dryRun'] === true)
    if (options.json) world.terminal.print(`${JSON.stringify({ changes, notes }, null, 2)}\n`)
    return undefined
  })
}

async function changeOf({ path, text }: ExportFile, files: Files): Promise<WriteFile[]> {
  const content = await files.read(path)
  if (content.kind === 'unusable') throw new Refusal([unusable(path, content.why)])
  if (content.kind === 'missing') return [{ kind: 'write-file', path, after: text }]
  return content.text === text ? [] : [{ kind: 'write-file', path, before: content.text, after: text }]
}
