/** Whom only a place knows, and nobody recognised, has a term; who objected, or is on the way to the CRM, stays. */
import { expect, it } from 'vitest';
import { DEFAULT_RETENTION } from '../../../domain/privacy/retention.ts';
import { bringIn } from '../../support/files.ts';
import { donation, user, action } from '../../support/kentaa/objects.ts';
import { kentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { connectedWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';

const AT = '2026-11-20T10:00:00.000Z';

it('of a platform and of a file, by the term that a coordinator set, and shown before', async () => {
  const clock = testClock();
  const kentaa = await kentaaStandIn({ clock: clock.now });
  const workstation = await connectedWorkstation(await practiceCrm(), { clock });
  const { reader } = workstation.backend.store;
  kentaa.put('actions', action(AT, { id: 9021 }));
  kentaa.put('users', user(AT, { id: 802 }));
  kentaa.put('donations', donation(AT, { id: 418 }));
  const { apiKey, url: address } = kentaa;
  await workstation.ask('sources.add', { kind: 'kentaa', address, apiKey, startedFrom: '2026-11-01' });
  await workstation.backend.sources.run();
  const rows = [
    'Nummer;Voornaam;Achternaam;E-mail;Niet bellen',
    '1;Noor;Zonderling;noor@zonderling.example;',
    '2;Daan;Zeldzaam;daan@zeldzaam.example;J',
    '3;Mees;Ongekend;mees@ongekend.example;',
  ];
  await bringIn(workstation, 'gasten.csv', rows.join('\n'), undefined, 'Gala');
  const left = async () =>
    (await reader.selectFrom('source_donor').select('source_key').orderBy('source_key').execute()).map(
      (row) => row.source_key,
    );
  expect(await left()).toEqual(['donation:418', 'person:1', 'person:2', 'person:3', 'user:802']);
  const mees = await reader
    .selectFrom('source_donor')
    .select('id')
    .where('source_key', '=', 'person:3')
    .executeTakeFirstOrThrow();
  await workstation.ask('sources.addDonor', { sourceDonorId: mees.id });

  const counted = async () => (await workstation.ask('retention.preview', DEFAULT_RETENTION)).counts.strangers;
  expect(await counted()).toBe(0);
  clock.advance(179 * 24 * 3_600);
  expect(await counted()).toBe(0);
  clock.advance(2 * 24 * 3_600);
  const shown = await counted();
  expect((await workstation.ask('retention.run', {})).counts.strangers).toBe(shown);
  expect(await left()).toEqual(['person:2', 'person:3']);
  expect(await reader.selectFrom('source_gift').select('id').execute()).toEqual([]);
  const pages = await reader.selectFrom('source_page').select(['title', 'person_name']).execute();
  expect(pages.filter(({ title, person_name: name }) => title !== '' || name !== '')).toEqual([]);
  expect(await counted()).toBe(0);
});

it('terms that were saved before there was this one are read with its default', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const days = { notes: 30, followUps: 30, corrections: null, reasons: 30 };
  await workstation.backend.store.write(({ transaction }) =>
    transaction
      .insertInto('setting')
      .values({ key: 'retention', value: JSON.stringify({ days, isDaily: false }) })
      .execute(),
  );
  const { settings } = await workstation.ask('retention.get', {});
  expect(settings.days).toEqual({ ...days, strangers: 180 });
});
