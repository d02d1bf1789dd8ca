/** What was done at this workstation, beside the programmes. */
export const LOG_SECTION = 'log';
