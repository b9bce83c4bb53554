import { permissionOf } from './access.ts'
import { forbiddenAnswer, jsonAnswer, notFoundAnswer, type Answer } from './answer.ts'
import { globalId } from './global-id.ts'
import { pageSize } from './place-routes.ts'
import { mayRead, placeRoute, refusal, type PlaceAsked, type Route } from './rest-route.ts'
import { nameWithOwner, type Repository, type Workflow, type WorkflowRun } from './world-state.ts'

/** What REST says of GitHub Actions. */
export const ACTIONS_ROUTES: readonly Route[] = [
  placeRoute('/actions/workflows', 'actions', workflows),
  placeRoute('/actions/workflows/([^/]+)/runs', 'actions', runs),
  placeRoute('/actions/permissions/workflow', 'administration', workflowPermissions),
]

function workflows({ repository, search }: PlaceAsked): Answer | undefined {
  if ([...search.keys()].some((key) => key !== 'per_page')) return undefined
  const all = repository.workflows.map((workflow) => ({
    ...place(repository, workflow),
    name: workflow.name,
    state: workflow.state,
    created_at: workflow.createdAt,
    updated_at: workflow.createdAt,
  }))
  return jsonAnswer(200, { total_count: all.length, workflows: all.slice(0, pageSize(search)) })
}

function place(repository: Repository, { databaseId, path }: Workflow) {
  const name = nameWithOwner(repository)
  return {
    id: databaseId,
    node_id: globalId('Workflow', databaseId),
    path,
    url: `https://api.github.com/repos/${name}/actions/workflows/${databaseId}`,
    html_url: `https://github.com/${name}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `https://github.com/${name}/workflows/${encodeURIComponent(path)}/badge.svg`,
  }
}

function runs({ repository, search, part }: PlaceAsked): Answer | undefined {
  if ([...search.keys()].some((key) => key !== 'per_page' && key !== 'event')) return undefined
  const workflow = repository.workflows.find(
    ({ path, databaseId }) => path.split('/').at(-1) === part || String(databaseId) === part,
  )
  if (!workflow) return notFoundAnswer()
  const event = search.get('event')
  const all = workflow.runs.filter((run) => event === null || run.event === event).toReversed()
  const shown = all.slice(0, pageSize(search)).map((run) => runOf(repository, workflow, run))
  return jsonAnswer(200, { total_count: all.length, workflow_runs: shown })
}

function runOf(repository: Repository, workflow: Workflow, run: WorkflowRun) {
  const name = nameWithOwner(repository)
  return {
    id: run.databaseId,
    node_id: globalId('WorkflowRun', run.databaseId),
    name: workflow.name,
    head_branch: repository.defaultBranch,
    path: workflow.path,
    event: run.event,
    status: run.conclusion === null ? 'in_progress' : 'completed',
    conclusion: run.conclusion,
    workflow_id: workflow.databaseId,
    html_url: `https://github.com/${name}/actions/runs/${run.databaseId}`,
    created_at: run.createdAt,
    run_started_at: run.createdAt,
    updated_at: run.createdAt,
  }
}

/** GitHub docs: "Get default workflow permissions for a repository": of public repositories too it takes administration. */
function workflowPermissions({ repository, token }: PlaceAsked): Answer {
  if (token.kind !== 'classic' && !mayRead(token, repository, 'administration')) return refusal(token)
  const isAdmin = token.actor.__typename === 'Bot' || permissionOf(token.actor, repository) === 'ADMIN'
  const hasScope = token.kind !== 'classic' || token.scopes.has('repo')
  if (!isAdmin || !hasScope) return forbiddenAnswer('Must have admin rights to Repository.')
  return jsonAnswer(200, {
    default_workflow_permissions: repository.actions.defaultPermissions,
    can_approve_pull_request_reviews: repository.actions.mayOpenPullRequests,
  })
}
