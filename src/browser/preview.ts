// Only `wg site serve` adds this: it asks the preview for the number of its build, and loads the page again when that has changed.
const EVERY = 700
let seen: string | undefined

async function look(): Promise<void> {
  try {
    const answer = await fetch('/preview-build.txt', { cache: 'no-store' })
    const build = await answer.text()
    if (seen !== undefined && build !== seen) location.reload()
    seen = build
  } catch {
    // The preview has ended, or is being started again.
  }
  setTimeout(() => void look(), EVERY)
}

void look()
