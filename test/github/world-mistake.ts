/** A verb of the world was given nonsense; the message says what and, where possible, what to do. */
export class WorldMistake extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WorldMistake'
  }
}
