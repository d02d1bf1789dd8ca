/** What a host can see of how the program was installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adminFoldersOf, readFeed, wayOfUpdating, type Installation, type Way } from './way.ts';

interface Seen {
  readonly host: Installation['host'];
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly programPath: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where a packaged program has what belongs to it; null where there is no such place. */
  readonly resources: string | null;
}

export function describeInstallation({ resources, environment, ...seen }: Seen): Installation {
  return {
    ...seen,
    appImage: environment['APPIMAGE'] ?? null,
    adminFolders: adminFoldersOf(environment, seen.platform),
    feed: readFeed(resources === null ? null : readText(join(resources, 'app-update.yml'))),
  };
}

/** Of a packaged Electron program, by its own process. */
export function installedAs(
  process: Pick<NodeJS.Process, 'platform' | 'execPath' | 'env'> & { readonly resourcesPath: string },
): Installation {
  const { platform, execPath: programPath, env: environment, resourcesPath: resources } = process;
  return describeInstallation({ host: 'electron', platform, isPackaged: true, programPath, environment, resources });
}

/** Who brings newer versions of the loopback host. @param programPath where its code lies */
export function wayOfLoopback({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>, programPath: string): Way {
  const seen = {
    host: 'loopback',
    platform,
    programPath,
    environment: env,
    isPackaged: false,
    resources: null,
  } as const;
  return wayOfUpdating(describeInstallation(seen), undefined);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
