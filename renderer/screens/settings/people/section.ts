/** Who works at this workstation, beside the programmes. */
export const PEOPLE_SECTION = 'people';
