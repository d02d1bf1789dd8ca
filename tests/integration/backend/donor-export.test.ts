/** Everything about one donor: nothing is left out, nobody else is in it, and it is in the trail. */
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { localTables } from '../../../db/mirror/local-work.ts';
import { donorExportSchema, NOT_EXPORTED } from '../../../domain/privacy/donor-export.ts';
import { EXPORTED_TABLES } from '../../../domain/privacy/export-tables.ts';
import { detailKey, holdCall, openCall } from '../../support/hold-call.ts';
import { linesOf, readPdf } from '../../support/read-pdf.ts';
import { connectedWorkstation, donorIdOf, practiceCrm } from '../../support/workstation.ts';

it('docs/donor-export.schema.json says what the file holds', async () => {
  const schema = JSON.stringify(z.toJSONSchema(donorExportSchema));
  await expect(await format(schema, { parser: 'json', printWidth: 120 })).toMatchFileSnapshot(
    '../../../docs/donor-export.schema.json',
  );
});

it('every table about a donor is in it, or left out with a reason', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const tables = (await localTables(workstation.backend.store.reader)).map(({ tableName }) => tableName);
  const known = new Set<string>([...EXPORTED_TABLES, ...Object.keys(NOT_EXPORTED)]);
  expect(tables.filter((table) => !known.has(table))).toEqual([]);
});

it('what was recorded and what the CRM says is in the file and on paper, and of nobody else', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { items } = await workstation.ask('list.get', { lane: 'caller' });
  const { reader } = workstation.backend.store;
  const donors = await reader.selectFrom('donor').selectAll().execute();
  const externalIds = items.flatMap(({ donorId }) => donors.find(({ id }) => id === donorId)?.external_id ?? []);
  const [mine = '', other = ''] = externalIds;
  const call = await openCall(workstation, mine);
  await workstation.ask('call.correctDetail', {
    callItemId: call.callItemId,
    key: detailKey(call, 'email'),
    correction: { field: 'email', value: 'nieuw.adres@voorbeeld.nl' },
    checkedBy: 'spelled',
  });
  await holdCall(workstation, mine, { outcome: 'conversation', notes: 'Houdt van Öland', objectionAnswer: 'offered' });
  await holdCall(workstation, other, { outcome: 'conversation', notes: 'Van een ander', objectionAnswer: 'offered' });
  const donorId = await donorIdOf(workstation, mine);

  const { fileName, json } = await workstation.ask('export.file', { donorId });
  expect(fileName).toMatch(/^donateur-\d+-2026-11-21\.json$/);
  const whole = donorExportSchema.parse(JSON.parse(json));
  const me = donors.find(({ id }) => id === donorId);
  expect(whole.data['donor']).toMatchObject([{ surname: me?.surname, crmId: me?.crm_id, doesNotWantCalls: false }]);
  expect(whole.data['attempt']).toMatchObject([{ notes: 'Houdt van Öland', outcome: 'conversation' }]);
  expect(whole.data['correction']).toMatchObject([{ field: 'email', body: { value: 'nieuw.adres@voorbeeld.nl' } }]);
  const gifts = await reader.selectFrom('gift').select('amount').where('donor_id', '=', donorId).execute();
  expect(whole.data['gift']?.map((gift) => gift['amountCents'])).toEqual(gifts.map(({ amount }) => amount));
  expect(gifts.length).toBeGreaterThan(0);
  const theirs = donors.find(({ external_id: externalId }) => externalId === other);
  for (const text of ['Van een ander', theirs?.display_name ?? 'nobody']) expect(json).not.toContain(text);

  const { base64 } = await workstation.ask('export.paper', { donorId, language: 'en' });
  const { pages } = readPdf(Buffer.from(base64, 'base64'));
  const text = pages.flatMap(linesOf).join('\n');
  for (const each of [
    'Houdt van Öland',
    ', now nieuw.adres@voorbeeld.nl',
    me?.surname ?? '',
    'Autoriteit Persoonsgegevens',
  ]) {
    expect(text).toContain(each);
  }
  const trail = await reader.selectFrom('audit').selectAll().where('action', '=', 'export').execute();
  expect(trail).toMatchObject([
    { about_donor_id: donorId, subject: 'everything' },
    { about_donor_id: donorId, subject: 'everything' },
  ]);
  expect(JSON.stringify(trail)).not.toContain(me?.surname);
});
