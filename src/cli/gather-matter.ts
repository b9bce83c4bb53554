import type { DoctorMatter } from '../core/doctor/examination.ts'
import { wantedLabels } from '../core/doctor/label-question.ts'
import { issuePlaces } from '../core/doctor/permission-examinations.ts'
import { WORKFLOW_FILE } from '../core/doctor/workflow-text.ts'
import { given } from '../core/given.ts'
import type { Answer } from '../core/github/question.ts'
import { type Problem, Refusal } from '../core/problem.ts'
import { GROUP_FILE, type Workspace } from '../core/workspace.ts'
import type { GitHub } from '../ports.ts'
import { type App, type Loaded, loadLoosely } from './app.ts'

/** Asks files, GitHub and machine for all that `wg doctor` looks at. What one of them does not say hinders no other. */
export async function gatherMatter(app: App): Promise<DoctorMatter> {
  const loaded = await loadIfThere(app)
  const workspace = loaded?.workspace
  const home = workspace?.group.repository ?? (await app.world.remoteOf(app.files)) ?? onlyPlace(workspace)
  const workflow = await readWorkflow(app)
  const asked = given({ workspace, home })
  const { zoneData } = app.world.environment
  return {
    now: app.now,
    faults: loaded?.problems.filter(({ severity }) => severity === 'error').length ?? 0,
    ...asked,
    ...given({ zoneData, workflow }),
    ...(await askGitHub(asked, app)),
  }
}

/** The workflow stands at the top of the checkout; a workspace may be a folder of it, `groups/a`. */
async function readWorkflow({ world, files }: App): Promise<string | undefined> {
  for (const above of ['', '/..', '/../..']) {
    const folder = above === '' ? files : await world.openFiles(`${files.root}${above}`, 'here')
    const content = await folder.read(WORKFLOW_FILE)
    if (content.kind === 'text') return content.text
  }
  return undefined
}

/** The workspace, as far as it can be read; undefined when there is none. */
async function loadIfThere(app: App): Promise<Loaded | undefined> {
  const group = await app.files.read(GROUP_FILE)
  return group.kind === 'missing' ? undefined : loadLoosely(app)
}

function onlyPlace(workspace: Workspace | undefined): string | undefined {
  const places = issuePlaces(given({ workspace }))
  return places.length === 1 ? places[0] : undefined
}

type Asked = Pick<DoctorMatter, 'workspace' | 'home'>

async function askGitHub(asked: Asked, { world }: App): Promise<Pick<DoctorMatter, 'github' | 'labels'>> {
  const github = await orProblem(world.connect())
  if (!github || 'severity' in github) return given({ github })
  const [facts, labels] = await Promise.all([
    orProblem(
      github.reader.examine({
        ...given({ home: asked.home }),
        repositories: issuePlaces(asked),
        workflow: WORKFLOW_FILE,
      }),
    ),
    askLabels(asked, github),
  ])
  return { github: facts, ...given({ labels }) }
}

async function askLabels({ workspace }: Asked, { reader }: GitHub): Promise<Answer | Problem | undefined> {
  const wanted = workspace?.series.flatMap(({ github }) => (github ? wantedLabels(github) : [])) ?? []
  if (wanted.length === 0) return undefined
  return orProblem(reader.ask({ repositories: wanted.map(({ asked }) => asked) }))
}

/** What a promise gives; the first problem of a refusal. */
async function orProblem<Value>(work: Promise<Value>): Promise<Value | Problem> {
  try {
    return await work
  } catch (error) {
    const [problem] = error instanceof Refusal ? error.problems : []
    if (!problem) throw error
    return problem
  }
}
