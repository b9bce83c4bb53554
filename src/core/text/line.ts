/** One line that wg writes between marks: Markdown without a line end, escaped for its place. */
export interface Line {
  readonly text: string
  /** What the line is about, a URL. A line with an identity is known again after its text has changed. */
  readonly identity?: string
}
