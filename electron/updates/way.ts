/** How the program on this machine gets newer: by itself, by an administrator, or by whoever put it there. */
import type { Sentence } from '../../domain/language.ts';

/** What the main process, or the loopback host, knows of how it was installed. */
export interface Installation {
  readonly host: 'electron' | 'loopback';
  readonly platform: NodeJS.Platform;
  /** False while it is developed. */
  readonly isPackaged: boolean;
  /** Where the program lies. */
  readonly programPath: string;
  /** The AppImage that runs, where one does. */
  readonly appImage: string | null;
  /** Folders in which only an administrator can write. */
  readonly adminFolders: readonly string[];
  /** What the package says about where newer ones are; null when it says nothing. */
  readonly feed: Feed | null;
}

export interface Feed {
  readonly url: string;
  /** Who must have signed an installer for Windows. */
  readonly hasPublisher: boolean;
}

/** `itself` alone looks for anything. */
export type Way = 'itself' | 'switched-off' | 'administrator' | 'package' | 'source' | 'no-feed' | 'unsigned';

export function wayOfUpdating(installation: Installation, updates: 'stable' | 'beta' | 'off' | undefined): Way {
  const { host, platform, isPackaged, programPath, appImage, adminFolders, feed } = installation;
  const isOfAdministrator = adminFolders.some((folder) => isInside(programPath, folder, platform));
  if (host === 'loopback') return isOfAdministrator ? 'package' : 'source';
  if (!isPackaged) return 'source';
  if (updates === 'off') return 'switched-off';
  // A package of the system is renewed by the system, with its own signatures.
  if (platform === 'linux' && appImage === null) return 'package';
  // On Linux the program runs from a mounted image: what is replaced is the file.
  const place = platform === 'linux' ? (appImage ?? '') : programPath;
  if (platform !== 'darwin' && adminFolders.some((folder) => isInside(place, folder, platform))) return 'administrator';
  if (feed === null || !isTrustworthy(feed.url)) return 'no-feed';
  if (platform === 'win32' && !feed.hasPublisher) return 'unsigned';
  return 'itself';
}

function isInside(path: string, folder: string, platform: NodeJS.Platform): boolean {
  const plain = (text: string): string => {
    const one = text.replaceAll('\\', '/');
    return platform === 'win32' ? one.toLowerCase() : one;
  };
  return folder !== '' && plain(path).startsWith(`${plain(folder).replace(/\/$/, '')}/`);
}

/** Encrypted, or on this very machine, as in the tests. */
function isTrustworthy(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && parsed.hostname === '127.0.0.1');
}

/** Reads `app-update.yml`, which electron-builder wrote into the package. Null when there is no address in it. */
export function readFeed(text: string | null): Feed | null {
  const url = /^url: ['"]?(https?:\/\/[^\s'"]{1,500})['"]?$/m.exec(text ?? '')?.[1];
  return url === undefined ? null : { url, hasPublisher: /^publisherName:/m.test(text ?? '') };
}

/** Folders of the machine, and not of a user. */
export function adminFoldersOf(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): readonly string[] {
  if (platform !== 'win32') return ['/usr', '/opt', '/nix'];
  return ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432'].map((name) => environment[name] ?? '');
}

/** For the settings: what happens by itself here, or who does it. */
export const WAY_WORDS: Readonly<Record<Way, Sentence>> = {
  itself: {
    nl: 'Dankbel haalt nieuwe versies zelf op en zet ze erop als je afsluit.',
    en: 'Dankbel fetches new versions itself and installs them when you close it.',
  },
  'switched-off': {
    nl: 'Je beheerder heeft bijwerken op deze computer uitgezet en doet het zelf.',
    en: 'Your administrator switched updating off on this computer, and does it personally.',
  },
  administrator: {
    nl: 'Dankbel is hier voor de hele computer geïnstalleerd. Je beheerder werkt het bij.',
    en: 'Dankbel was installed for the whole computer here. Your administrator updates it.',
  },
  package: {
    nl: 'Dankbel komt hier uit een pakket van het systeem, en wordt bijgewerkt met de andere programma’s van deze computer.',
    en: 'Dankbel comes from a package of the system here, and is updated with the other programs of this computer.',
  },
  source: {
    nl: 'Dankbel draait hier vanuit zijn broncode. Wie die heeft neergezet, haalt daar een nieuwere versie op.',
    en: 'Dankbel runs from its source here. Whoever put that there fetches a newer version of it.',
  },
  'no-feed': {
    nl: 'Dit pakket weet niet waar nieuwere versies staan. Vraag je beheerder om een nieuwe versie.',
    en: 'This package does not know where newer versions are. Ask your administrator for a newer one.',
  },
  unsigned: {
    nl: 'Dit pakket zegt niet wie nieuwe versies ondertekent, en werkt zichzelf daarom niet bij. Vraag je beheerder om een nieuwe versie.',
    en: 'This package does not say who signs newer versions, and so does not update itself. Ask your administrator for a newer one.',
  },
};
