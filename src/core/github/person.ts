/** What GitHub says of an account; undefined where an answer is kept when nobody has the login. */
export interface FoundPerson {
  /** As GitHub spells it. */
  readonly login: string
  /** GitHub's number, which stays when the login changes. */
  readonly id: number
}

/** By what an answer is found again. */
export function personKey(login: string): string {
  return login.toLowerCase()
}
