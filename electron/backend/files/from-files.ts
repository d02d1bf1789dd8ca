/** What a profile takes in from files: all of its donors, or beside a CRM one more place that knows some. */
import { userInfo } from 'node:os';
import { readCurrentPerson, setCurrentPerson } from '../../../db/queries/people.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import type { Reader, Writer } from '../../../db/store.ts';
import { CONNECTION, FROM_FILES } from '../profile-settings.ts';

/** There is one central CRM, and any number of places beside it. */
export async function isBesideCrm(reader: Reader): Promise<boolean> {
  return (await readSetting(reader, CONNECTION)) !== null;
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
