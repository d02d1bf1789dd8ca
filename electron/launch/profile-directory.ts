/** Where a profile lies when nobody says where. */
import { join } from 'node:path';
import type { Environment } from './find-executable.ts';

/**
 * `DANKBEL_DATA`, else the place of the system for data that stays on this machine. On Windows not the roaming folder:
 * that one is copied to the organisation's server at every log-off, with the donors in it.
 */
export function profileDirectory(environment: Environment, platform: NodeJS.Platform, home: string): string {
  const chosen = environment['DANKBEL_DATA'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Dankbel');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Dankbel');
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'dankbel');
}
