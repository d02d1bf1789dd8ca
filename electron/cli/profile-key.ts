/** The key of a profile for the command line: from the key file, or with `--passphrase-file` from the wrapped one. */
import { readFileSync } from 'node:fs';
import type { KeyStore } from '../../db/key.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { heldKey, isWrapped, openWrappedKey } from '../../db/wrapped-key.ts';
import { text, WrongRequest, type Options } from './options.ts';

/** Null for the key file of the folder. @throws WrongRequest when the passphrase is missing or another one */
export async function keyStoreOf(options: Options, folder: string): Promise<KeyStore | null> {
  const paths = profilePaths(folder);
  if (!isWrapped(paths)) return null;
  const passphrase = readSecretFile(options, 'passphrase-file');
  if (passphrase === null) {
    throw new WrongRequest('This workstation has a passphrase: give --passphrase-file FILE.');
  }
  const key = await openWrappedKey(paths, 'passphrase', passphrase);
  if (key === null) throw new WrongRequest('The passphrase in that file is not the one of this workstation.');
  return heldKey(key);
}

/** A secret comes in a file, so that it is in no history of commands and no list of processes. Null without the option. */
export function readSecretFile(options: Options, name: 'passphrase-file' | 'pin-file'): string | null {
  const path = text(options, name);
  if (path === null) return null;
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new WrongRequest(`The file of --${name} cannot be read: ${path}`);
  }
}
