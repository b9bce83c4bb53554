/** Bundles the program once for a run of the tests, for those that start it as a process of its own. */
export { bundle as setup } from '../scripts/bundle.mjs'
