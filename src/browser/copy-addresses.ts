/** Shows the buttons that copy an address, each beside its own. */
export function copyAddresses(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const source = button.parentElement?.querySelector('[data-copy-from]')
    if (!source) continue
    button.hidden = false
    button.ariaLive = 'polite'
    button.addEventListener('click', () => void copy(source, button))
  }
}

async function copy(source: Element, button: HTMLButtonElement): Promise<void> {
  const address =
    source instanceof HTMLAnchorElement ? source.href : source instanceof HTMLInputElement ? source.value : ''
  if (source instanceof HTMLInputElement) source.select()
  try {
    await navigator.clipboard.writeText(address)
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Press Ctrl-C'
  }
}
