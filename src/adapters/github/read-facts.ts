import type {
  ActionsSettings,
  RepositoryFacts,
  RunFacts,
  TokenFacts,
  ViewerFacts,
  WorkflowFacts,
} from '../../core/doctor/github-facts.ts'
import { publishedShapes, readPublished } from '../../core/doctor/published-shapes.ts'
import type { Refused, Seen } from '../../core/doctor/seen.ts'
import { given } from '../../core/given.ts'
import type { Looked } from './look.ts'

/**
 * GitHub docs: "Get the authenticated user", which the token of an installation may not ask; `x-oauth-scopes` comes with
 * tokens that have scopes alone ("Scopes for OAuth apps"), the end with personal ones ("Managing your personal access tokens").
 */
export function readToken(looked: Looked | Refused): Seen<TokenFacts> {
  if ('kind' in looked) {
    const isApp = looked.status === 403 && /by integration/i.test(looked.message)
    return isApp ? { kind: 'seen', value: { kind: 'app', scopes: [] } } : looked
  }
  const scopes = looked.headers['x-oauth-scopes']
  const expires = readEnd(looked.headers['github-authentication-token-expiration'])
  const kind = scopes === undefined ? 'personal' : 'scoped'
  const names = String(scopes ?? '').split(/,\s*/)
  return { kind: 'seen', value: { kind, scopes: names.filter(Boolean), ...given({ expires }) } }
}

/** `2026-12-20 09:00:00 UTC`, or with an offset, `+0100`. */
function readEnd(header: string | number | undefined): Date | undefined {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d) ?(UTC|Z|[+-]\d{4})$/.exec(String(header)) ?? []
  if (day === undefined || time === undefined || zone === undefined) return undefined
  return new Date(`${day}T${time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z'}`)
}

/** The answer to the question after the viewer. */
export function readViewer(data: unknown): ViewerFacts {
  const { viewer, rateLimit } = readPublished(publishedShapes.viewer, data)
  const { limit, remaining, resetAt } = rateLimit
  return { login: viewer.login, limit, remaining, resetsAt: resetAt }
}

/** GitHub docs: "Get a repository". */
export function readRepositoryFacts({ data }: Looked): RepositoryFacts {
  const raw = readPublished(publishedShapes.repository, data)
  return {
    url: raw.html_url,
    private: raw.private,
    archived: raw.archived,
    hasIssues: raw.has_issues,
    defaultBranch: raw.default_branch,
    ...given({ pushedAt: raw.pushed_at ?? undefined, push: raw.permissions?.push }),
  }
}

/** GitHub docs: "List repository workflows". */
export function readWorkflow({ data }: Looked, path: string): WorkflowFacts | 'none' {
  const { workflows } = readPublished(publishedShapes.workflows, data)
  const found = workflows.find((workflow) => workflow.path === path)
  return found ? { state: found.state, createdAt: found.created_at } : 'none'
}

/** GitHub docs: "List workflow runs for a workflow"; there is none of a workflow that GitHub does not know. */
export function readLastRun(looked: Looked | Refused): Seen<RunFacts | 'none'> {
  if ('kind' in looked) return looked.status === 404 ? { kind: 'seen', value: 'none' } : looked
  const [run] = readPublished(publishedShapes.runs, looked.data).workflow_runs
  if (!run) return { kind: 'seen', value: 'none' }
  const { created_at: startedAt, conclusion, html_url: url } = run
  return { kind: 'seen', value: { startedAt, conclusion, url } }
}

/** GitHub docs: "Get default workflow permissions for a repository". */
export function readSettings({ data }: Looked): ActionsSettings {
  const raw = readPublished(publishedShapes.settings, data)
  return {
    mayOpenPullRequests: raw.can_approve_pull_request_reviews,
    defaultPermissions: raw.default_workflow_permissions,
  }
}
