/** The people of mission.md, as far as what they may do differs. */
export const ROLES = ['caller', 'director', 'verifier', 'coordinator'] as const;
export type Role = (typeof ROLES)[number];
