/** What the charity says of itself, beside the programmes. */
export const CHARITY_SECTIONS = ['organisation', 'stories', 'letter'] as const;
export type CharitySection = (typeof CHARITY_SECTIONS)[number];
