/**
 * Where the Action is published, as workflows name it behind `uses:`. Whoever publishes wg under another name changes it here, and
 * nowhere else; the templates say `WG_ACTION`.
 */
export const PUBLISHED_ACTION = 'wg-toolkit/wg@v0'
