import { readYaml } from '../text/yaml.ts'
import { longestPause } from './cron-pause.ts'

/** Where `wg init --workflows` writes the scheduled workflow. */
export const WORKFLOW_FILE = '.github/workflows/wg.yml'

/** The number in the first line of the workflows that this version of wg writes, `# wg workflow 1`. */
export const WORKFLOW_VERSION = 1

/** The number in the first line of a workflow that wg wrote; undefined when a person wrote it. */
export function workflowVersion(text: string): number | undefined {
  const number = /^\uFEFF?# wg workflow (\d{1,6})\s*$/m.exec(text.split('\n')[0] ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The longest pause between two runs of a workflow's schedule, in minutes; undefined when it has none that can be read. */
export function schedulePause(text: string): number | undefined {
  const { value } = readYaml({ file: WORKFLOW_FILE, text })
  const schedule = dig(dig(value, 'on'), 'schedule')
  const pauses = (Array.isArray(schedule) ? schedule : []).flatMap((entry: unknown) => {
    const cron = dig(entry, 'cron')
    return (typeof cron === 'string' ? longestPause(cron) : undefined) ?? []
  })
  return pauses.length === 0 ? undefined : Math.min(...pauses)
}

function dig(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

/** Whether a workflow works with a token that is not the workflow's own: an app's, or one of a secret. */
export function hasOtherToken(text: string): boolean {
  const said = text.replace(/^\s*#.*$/gm, '')
  return /create-github-app-token|\bsecrets\.(?!GITHUB_TOKEN\b)\w+/i.test(said)
}
