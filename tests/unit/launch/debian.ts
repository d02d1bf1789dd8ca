/** A machine with Debian, for the tests of what `npm test` installs there. */
import { join } from 'node:path';
import type { InstallOptions } from '../../../electron/launch/install-from-debian.ts';
import { programAt, temporaryFolder } from './support.ts';

export interface Debian {
  /** Where its programs are. */
  readonly folder: string;
  readonly options: InstallOptions & { readonly environment: { readonly PATH: string } };
  readonly ran: { command: string; args: readonly string[]; frontend: string | undefined }[];
}

/** Its package lists are old, and its `apt-get install` ends with `code`; when that is 0 it brings the program. */
export function debian(code: number | null, program: string): Debian {
  const folder = temporaryFolder();
  programAt(join(folder, 'apt-get'), '');
  const ran: Debian['ran'] = [];
  const options: Debian['options'] = {
    environment: { PATH: folder },
    isRoot: true,
    isDebian: true,
    run: async (command, args, { environment }) => {
      ran.push({ command: command.slice(folder.length + 1), args, frontend: environment?.['DEBIAN_FRONTEND'] });
      if (args[0] !== 'install') return 100;
      if (code === 0) programAt(join(folder, program), '');
      return code;
    },
  };
  return { folder, options, ran };
}

/** What is run to install a package, without a question, also when the package lists are old. */
export function installing(name: string): Debian['ran'] {
  return [
    { command: 'apt-get', args: ['update', '-qq'], frontend: 'noninteractive' },
    {
      command: 'apt-get',
      args: ['install', '-y', '-qq', '--no-install-recommends', name],
      frontend: 'noninteractive',
    },
  ];
}
