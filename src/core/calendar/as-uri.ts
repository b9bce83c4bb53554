/** An address of the web in the letters that a URI may have; a host of other letters becomes its `xn--` form. */
export function asUri(address: string): string | undefined {
  try {
    return new URL(address).href
  } catch {
    return undefined
  }
}
