import { refuse } from '../../core/problem.ts'
import { LimitFault, TransientFault } from './faults.ts'

/** How long wg is willing to wait. */
export interface Patience {
  /** Milliseconds that one command may spend on waiting for limits, in all. */
  readonly budget: number
  /** Milliseconds before the second attempt; every further pause is twice as long. */
  readonly pause: number
  /** Is told, in a sentence, what is being waited for. */
  readonly tell: (sentence: string) => void
}

const ATTEMPTS = 4
const LONGEST_PAUSE = 20_000
/** Shorter waits are not spoken of, in milliseconds. */
const WORTH_A_WORD = 2000

/** Keeps the account of the time that a command has waited. */
export class Waiting {
  readonly #patience: Patience
  #left: number

  constructor(patience: Patience) {
    this.#patience = patience
    this.#left = patience.budget
  }

  /** Waits before the attempt after the `attempt`-th (from 1). */
  async pause(attempt: number): Promise<void> {
    await sleep(Math.min(this.#patience.pause * 2 ** (attempt - 1), LONGEST_PAUSE))
  }

  /** Waits until a limit is over, or refuses when that would take longer than the budget allows. */
  async outlast({ message, until }: LimitFault, attempt: number): Promise<void> {
    const wait = until
      ? Math.max(0, until.getTime() - Date.now())
      : Math.min(this.#patience.pause * 2 ** attempt, LONGEST_PAUSE)
    if (wait > this.#left || attempt >= ATTEMPTS) {
      const when = until ? ` until ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC` : ''
      throw refuse(
        'github-limit',
        `${message}${when}.`,
        'Run the command again after that, or let it wait longer: `WG_WAIT=600` is ten minutes.',
      )
    }
    this.#left -= wait
    if (wait >= WORTH_A_WORD) this.#patience.tell(`${message}: waiting ${Math.ceil(wait / 1000)} seconds …`)
    await sleep(wait)
  }
}

/** Tries something that may safely be done twice, until it works or it is clear that it will not. */
export async function insist<Result>(attempt: () => Promise<Result>, waiting: Waiting): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof LimitFault) await waiting.outlast(error, tried)
      else if (!(error instanceof TransientFault)) throw error
      else if (tried >= ATTEMPTS)
        throw refuse(
          'github-down',
          `${error.message}, ${ATTEMPTS} times in a row.`,
          'Nothing is lost: run the command again later. https://www.githubstatus.com tells how GitHub is.',
        )
      else await waiting.pause(tried)
    }
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
