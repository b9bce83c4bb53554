/** The label of issues that tell of something due. */
export const DUE_LABEL = 'wg-due'
