/** A profile that works with files: from its first import on. */
import { userInfo } from 'node:os';
import { readCurrentPerson, setCurrentPerson } from '../../../db/queries/people.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import type { Reader, Writer } from '../../../db/store.ts';
import type { Sentence } from '../../../domain/language.ts';
import { CONNECTION, FROM_FILES } from '../profile-settings.ts';

/** One profile has one source: a CRM would take back what a file says, and the other way round. Null when there is none. */
export async function whyNoImport(reader: Reader): Promise<Sentence | null> {
  const connection = await readSetting(reader, CONNECTION);
  if (connection === null) return null;
  return {
    nl: `Deze werkplek is verbonden met het CRM van ${connection.organisation}. Lees bestanden in het CRM in, of maak een nieuwe map voor een werkplek met bestanden. Bestanden meenemen kan hier wel.`,
    en: `This workstation is connected to the CRM of ${connection.organisation}. Import files into the CRM, or make a new folder for a workstation with files. Taking files out is possible here.`,
  };
}

/** From now on the profile is one of files, and somebody works on it. */
export async function markFromFiles(writer: Writer): Promise<void> {
  const { transaction } = writer;
  if ((await readSetting(transaction, FROM_FILES)) !== true) await writeSetting(writer, FROM_FILES, true);
  if ((await readCurrentPerson(transaction)) !== null) return;
  await setCurrentPerson(writer, { crmId: null, name: nameOfUser(), roles: ['caller', 'director', 'coordinator'] });
}

/** The name at the operating system, unless it is that of the machine's administrator or there is none. */
function nameOfUser(): string {
  // It greets and introduces in the screens, which begin in Dutch.
  const volunteer = 'Vrijwilliger';
  try {
    const name = userInfo().username.trim();
    return name === '' || /^(?:root|admin|administrator|nobody)$/i.test(name) ? volunteer : name;
  } catch {
    return volunteer;
  }
}
