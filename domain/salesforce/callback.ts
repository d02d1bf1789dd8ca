/**
 * Where Salesforce answers the program on this computer. It compares letter by letter with what the administrator filled
 * in, so the ports are three, and not any (salesforce.md §2).
 */
export const CALLBACK_PORTS = [17_172, 27_172, 37_172] as const;
export const CALLBACK_PATH = '/dankbel';

export const CALLBACK_ADDRESSES = CALLBACK_PORTS.map((port) => `http://localhost:${port}${CALLBACK_PATH}`);
