/** Whether a window could be seen by anybody. */
import type { Environment } from './find-executable.ts';

/** On Linux a display server says so itself. Elsewhere there is one, unless somebody came in from afar. */
export function hasDisplay(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== '';
  if (platform === 'darwin' || platform === 'win32') return !isSet('SSH_CONNECTION');
  return isSet('DISPLAY') || isSet('WAYLAND_DISPLAY');
}
