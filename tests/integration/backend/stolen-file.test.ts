/** A stolen file (Shows 3) in its cheap form: an evening with everything in it, and nothing of it can be read without the key. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFinder } from '../../support/find-texts.ts';
import { holdCall, openCall } from '../../support/hold-call.ts';
import { capturedTexts, logInto, personalTexts, readableIn } from '../../support/stolen-profile.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { connectedWorkstation, openWorkstation, practiceCrm } from '../../support/workstation.ts';

it('no name, number, e-mail, street or note stands in any file, open, killed or closed; nor in the log', async () => {
  const crm = await practiceCrm();
  const logFile = join(temporaryFolder(), 'log');
  const log = logInto(logFile);
  const workstation = await connectedWorkstation(crm, { log });
  const { folder, backend } = workstation;
  const { lines } = await workstation.ask('list.get', { lane: 'caller' }).then((list) => ({ lines: list.items }));
  const numbers = await backend.store.reader.selectFrom('donor').select(['id', 'external_id']).execute();
  const [first = '', second = ''] = lines.map(
    ({ donorId }) => numbers.find(({ id }) => id === donorId)?.external_id ?? '',
  );
  await holdCall(workstation, first, {
    outcome: 'conversation',
    notes: 'Vertelde over Wilhelmientje en haar tuin',
    objectionAnswer: 'offered',
  });
  const open = await openCall(workstation, second);
  await workstation.ask('call.saveNotes', { callItemId: open.callItemId, notes: 'half getypt over Wilhelmientje' });
  // What goes wrong is in the log by its place and kind: a question that breaks, and a CRM that does.
  crm.faults.set('htmlPage', 'always');
  await workstation.sync();
  await backend.store.write(({ transaction }) => transaction.schema.dropTable('postcode_street').execute());
  await backend.ask('call.findStreets', { postcode: '8031 XD', houseNumber: 12 });
  expect(readFileSync(logFile, 'utf8')).toContain('unexpected');
  await backend.store.snapshot(workstation.clock.now());

  const texts = [...capturedTexts(), ...(await personalTexts(backend.store.reader)), 'Wilhelmientje'];
  expect(texts.length).toBeGreaterThan(200);
  const find = createFinder(texts);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['dankbel.db', 'dankbel.db-wal', 'snapshots']));
  expect(readableIn(folder, find, logFile)).toEqual([]);
  // As it lies there when the power goes.
  const stolen = temporaryFolder();
  cpSync(folder, stolen, { recursive: true });
  await workstation.close();
  expect(readableIn(folder, find, logFile)).toEqual([]);
  const found = await openWorkstation({ folder: stolen, log });
  expect(await found.backend.store.reader.selectFrom('call_item').select('notes').execute()).not.toEqual([]);
  await found.close();
  expect(readableIn(stolen, find, logFile)).toEqual([]);
});
