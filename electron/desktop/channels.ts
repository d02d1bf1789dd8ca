/** Between a page and the main process: the page asks for a port, and gets one. Nothing else is said there. */
export const CHANNELS = { connect: 'dankbel:connect', port: 'dankbel:port' } as const;
