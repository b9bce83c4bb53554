import {
  type DoctorMatter,
  type Examination,
  fine,
  type Finding,
  unknown,
  warning,
  wrong,
} from './examination.ts'
import type { WorkflowFacts } from './github-facts.ts'
import { type Home, lookAt, lookAtHome } from './look.ts'
import { hasOtherToken, WORKFLOW_FILE, WORKFLOW_VERSION, workflowVersion } from './workflow-text.ts'

const WRITE_IT = { hint: 'Run `wg init --workflows`, and commit what it writes to the default branch.' }
const FILE = `\`${WORKFLOW_FILE}\``

/** What is looked at of the workflow that runs wg, and of the settings of GitHub Actions. */
export const workflowExaminations: readonly Examination[] = [
  {
    name: 'workflow-is-there',
    sentence: 'The repository has the workflow that runs `wg` on a schedule.',
    judge: (matter) => {
      if (matter.workflow !== undefined) return [fine(`There is ${FILE}.`)]
      const onGitHub = knownWorkflow(matter)
      return onGitHub
        ? [fine(`GitHub has ${FILE}, though it is not in these files.`)]
        : [warning(`There is no ${FILE}, so nothing is done unless somebody types it.`, WRITE_IT)]
    },
  },
  {
    name: 'workflow-is-up-to-date',
    sentence: 'The workflow is the one that this version of `wg` writes.',
    judge: ({ workflow }) => [judgeVersion(workflow)],
  },
  {
    name: 'workflow-is-on',
    sentence: 'GitHub knows the workflow, and nobody has turned it off.',
    judge: (matter) =>
      lookAtHome(matter, (home) =>
        lookAt(home.actions.workflow, noActions(home), (workflow) => [judgeState(workflow, home, matter)]),
      ),
  },
  {
    name: 'actions-may-open-pull-requests',
    sentence: 'GitHub Actions may open pull requests, as minutes need them.',
    judge: (matter) =>
      lookAtHome(matter, (home) =>
        lookAt(home.actions.settings, hiddenSettings(home), ({ mayOpenPullRequests }) =>
          mayOpenPullRequests
            ? [fine(`GitHub Actions may open pull requests in \`${home.name}\`.`)]
            : [forbiddenPullRequests(home, matter)],
        ),
      ),
  },
  {
    name: 'workflow-tokens-only-read',
    sentence: 'The tokens of workflows may only read, unless a workflow says more.',
    judge: (matter) =>
      lookAtHome(matter, (home) =>
        lookAt(home.actions.settings, hiddenSettings(home), ({ defaultPermissions }) =>
          defaultPermissions === 'read'
            ? [
                fine(
                  `The tokens of workflows in \`${home.name}\` may only read, unless a workflow says more.`,
                ),
              ]
            : [
                warning(
                  `Every workflow in \`${home.name}\` that names no permissions gets a token that may write.`,
                  {
                    hint: 'Choose "Read repository contents and packages permissions" under "Workflow permissions": the workflows of `wg` name what they need.',
                    page: settingsPage(home),
                  },
                ),
              ],
        ),
      ),
  },
]

/** The workflow as GitHub has it; undefined when it has none, or nobody knows. */
export function knownWorkflow(matter: DoctorMatter): WorkflowFacts | undefined {
  const { github } = matter
  const workflow = github && 'actions' in github ? github.actions.workflow : undefined
  if (workflow?.kind !== 'seen' || workflow.value === 'none') return undefined
  return workflow.value
}

function judgeVersion(workflow: string | undefined): Finding {
  if (workflow === undefined) return unknown(`${FILE} is not in these files.`)
  const version = workflowVersion(workflow)
  if (version === undefined)
    return unknown(
      `${FILE} has no first line \`# wg workflow ${WORKFLOW_VERSION}\`: whether it is out of date, only its writer knows.`,
    )
  if (version < WORKFLOW_VERSION)
    return warning(
      `${FILE} is out of date: it is number ${version}, and this version of \`wg\` writes number ${WORKFLOW_VERSION}.`,
      {
        hint: 'Run `wg init --workflows`. Where you have changed the file, remove it first, and put your changes back.',
      },
    )
  return version === WORKFLOW_VERSION
    ? fine(`${FILE} is up to date.`)
    : warning(
        `${FILE} is newer than this version of \`wg\`: it is number ${version}, and this one knows number ${WORKFLOW_VERSION}.`,
        {
          hint: 'Take a newer version of `wg`.',
        },
      )
}

const OFF: Readonly<Record<string, (page: string) => Finding>> = {
  active: () => fine('The workflow is turned on.'),
  disabled_inactivity: (page) =>
    wrong('GitHub has turned off the workflow, because nothing was pushed to the repository for 60 days.', {
      hint: 'Press "Enable workflow".',
      page,
    }),
  disabled_fork: (page) =>
    wrong('The workflow is off, because the repository is a fork.', {
      hint: 'Press "Enable workflow".',
      page,
    }),
  disabled_manually: (page) =>
    warning('Somebody has turned off the workflow.', {
      hint: 'Ask why; "Enable workflow" turns it on again.',
      page,
    }),
}

function judgeState(workflow: WorkflowFacts | 'none', home: Home, matter: DoctorMatter): Finding {
  if (workflow === 'none' || workflow.state === 'deleted') {
    return matter.workflow === undefined
      ? unknown('There is no workflow that could be on.')
      : wrong(
          `GitHub does not know ${FILE}: it is not on the default branch, \`${home.repository.defaultBranch}\`.`,
          {
            hint: 'Commit it there, and push. If it is there, look whether Actions are allowed at all.',
            page: settingsPage(home),
          },
        )
  }
  return (
    OFF[workflow.state]?.(workflowPage(home)) ??
    unknown(`The workflow is \`${workflow.state}\`, which this version of \`wg\` does not know.`)
  )
}

function forbiddenPullRequests(home: Home, { workflow }: DoctorMatter): Finding {
  const message = `GitHub Actions may not open pull requests in \`${home.name}\`, so minutes cannot be proposed with a workflow's own token.`
  const remedy = {
    hint: `Under "Workflow permissions", turn on "Allow GitHub Actions to create and approve pull requests". Where it is grey, turn it on for the organization first: ${organizationPage(home)}`,
    page: settingsPage(home),
  }
  return workflow === undefined || hasOtherToken(workflow) ? warning(message, remedy) : wrong(message, remedy)
}

function hiddenSettings(home: Home): Finding {
  return unknown('Only an administrator sees the settings of GitHub Actions.', {
    hint: 'Look for "Workflow permissions" there.',
    page: settingsPage(home),
  })
}

/** The finding where GitHub does not show workflows. */
export function noActions({ name, repository }: Home): Finding {
  return unknown(`The token may not see the workflows of \`${name}\`.`, {
    hint: 'It needs "Actions: Read" (`permissions: { actions: read }`). Their page shows them too.',
    page: `${repository.url}/actions`,
  })
}

/** The page of the workflow, with the button that turns it on. */
export function workflowPage({ repository }: Pick<Home, 'repository'>): string {
  return `${repository.url}/actions/workflows/${WORKFLOW_FILE.split('/').at(-1) ?? ''}`
}

function settingsPage({ repository }: Home): string {
  return `${repository.url}/settings/actions`
}

function organizationPage({ repository }: Home): string {
  const { origin, pathname } = new URL(repository.url)
  return `${origin}/organizations/${pathname.split('/')[1] ?? ''}/settings/actions`
}
