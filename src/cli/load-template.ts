import type { Series, TemplateName } from '../core/meetings/series.ts'
import { refuse } from '../core/problem.ts'
import type { Workspace } from '../core/workspace.ts'
import { type App, unusable } from './app.ts'

/** The template of a series: its own, the workspace's, or the built-in one. Refuses one that is named and not there. */
export async function loadTemplate(
  app: App,
  name: TemplateName,
  { series, workspace }: { series: Series; workspace: Workspace },
): Promise<string> {
  const own = series.templates[name]
  if (own === undefined)
    return workspace.texts.get(`templates/${name}.md`) ?? (await app.world.template(name))
  const content = await app.files.read(own)
  if (content.kind === 'text') return content.text
  const why =
    content.kind === 'unusable'
      ? unusable(own, content.why).message
      : `The series \`${series.id}\` names the template \`${own}\`, and there is no such file.`
  throw refuse(
    'template',
    why,
    `Write the file, or remove \`${name}\` from \`templates\` in meetings/${series.id}.yml.`,
  )
}
