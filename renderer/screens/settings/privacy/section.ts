/** How long things are kept here, and who was erased. */
export const PRIVACY_SECTION = 'privacy';
