/** The roles of those who lead a team, and without whom its meetings do not begin. */
export const LEADING = /(^|-)(chair|chairperson|lead|facilitator|convener)(-|$)/
