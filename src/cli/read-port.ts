import { refuse } from '../core/problem.ts'

/** The port that `--port` names, 0 to 65535. Refuses anything else. */
export function readPort(option: unknown): number {
  const port = Number(option)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw refuse('usage', `\`--port ${String(option)}\` is no port.`, 'A port is a number from 0 to 65535.')
}
