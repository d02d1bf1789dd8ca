/** Which version of Dankbel a profile began with: before that nothing is news. */
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import type { Store } from '../../../db/store.ts';
import { FIRST_VERSION } from './settings.ts';

/** The only release that did not write down which it was. */
const BEFORE = '0.1.0';

export async function noteFirstVersion(store: Store, version: string): Promise<void> {
  if ((await readSetting(store.reader, FIRST_VERSION)) !== null) return;
  const somebody = await store.reader.selectFrom('person').select('id').limit(1).executeTakeFirst();
  await store.write((writer) => writeSetting(writer, FIRST_VERSION, somebody === undefined ? version : BEFORE));
}
