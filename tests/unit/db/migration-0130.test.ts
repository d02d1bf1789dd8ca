/** Migration 0130 on rows of the version before: a charity whose name was kept keeps it, and begins with the standard texts. */
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { addCharityVersion, readCharity } from '../../../db/queries/charity-versions.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { writeSetting } from '../../../db/queries/settings.ts';
import { NEW_CHARITY } from '../../../domain/charity/charity.ts';
import { readCharityName } from '../../../electron/backend/charity/read-own-charity.ts';
import { CHARITY } from '../../../electron/backend/profile-settings.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';

it('migration 0130 keeps the name that was known, until a coordinator writes another', async () => {
  const { folder, before } = await openBefore(130, NOW);
  const person = await before.write(async (writer) => {
    await writeSetting(writer, CHARITY, { name: 'Stichting Oud' });
    return setCurrentPerson(writer, { crmId: 7, name: 'Corrie', roles: ['coordinator'] });
  });
  await before.close();
  const store = await openStore({ folder, now: NOW });
  expect(await readCharity(store.reader)).toBeNull();
  expect(await readCharityName(store.reader)).toBe('Stichting Oud');
  await store.write((writer) =>
    addCharityVersion(writer, {
      at: NOW,
      personId: person.id,
      content: { ...NEW_CHARITY, name: ' Stichting Nieuw ' },
      undoes: null,
    }),
  );
  expect(await readCharityName(store.reader)).toBe('Stichting Nieuw');
  await store.close();
});
