import { load, openApp } from '../app.ts'
import { chooseSeries } from '../choose-series.ts'
import { endWith } from '../end-with.ts'
import type { CommandModule } from '../command.ts'
import { prepareFile } from '../prepare-file.ts'
import { prepareIssues } from '../prepare-issues.ts'
import { say } from '../report.ts'
import type { SeriesReport } from '../series-report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('[series]', 'the name of a file in meetings/, without .yml')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg meeting new\n  wg meeting new security-wg --dry-run\n  wg meeting new --now 2026-12-01T09:00Z --dry-run',
    )
  run(async ({ values: [name], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const dryRun = options['dryRun'] === true
    const chosen = chooseSeries(workspace, name)
    const github = chosen.some((series) => series.github) ? await world.connect() : undefined
    const onGitHub = github ? chosen.filter((series) => series.github) : []
    const onFiles: SeriesReport[] = []
    for (const series of chosen) {
      if (onGitHub.includes(series)) continue
      if (series.github) say(app, withoutToken(series.github.repository))
      onFiles.push(await prepareFile({ app, workspace, series, dryRun }))
    }
    const { reports, problems } = github
      ? await prepareIssues({ app, workspace, all: onGitHub, github, dryRun })
      : { reports: [], problems: [] }
    return endWith({ meetings: [...onFiles, ...reports] }, problems, app)
  })
}

function withoutToken(repository: string): string {
  return `There is no token in GITHUB_TOKEN, so nothing is written to \`${repository}\`; the agenda goes into a file.`
}
