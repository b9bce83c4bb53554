/** The values that `templates/charter.md` may name. */
export const CHARTER_TEMPLATE_VALUES = ['charter.team', 'charter.name', 'charter.mission'] as const
