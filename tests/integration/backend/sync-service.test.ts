/** The sync that runs by itself. */
import { expect, it } from 'vitest';
import { readSliceSettings } from '../../../electron/backend/slice-settings.ts';
import { createSyncService } from '../../../electron/backend/sync-service.ts';
import { createCiviCrmConnector } from '../../../sync/crm/civicrm/connector.ts';
import { connectedWorkstation, practiceCrm } from '../../support/workstation.ts';

it('sends soon what was recorded during a round, and does not leave it for the round of five minutes later', async () => {
  const crm = await practiceCrm();
  const { backend, clock } = await connectedWorkstation(crm);
  let rounds = 0;
  const service = createSyncService({
    store: backend.store,
    now: clock.now,
    random: () => 0.5,
    onBug: (error) => expect.unreachable(String(error)),
    slice: () => readSliceSettings(backend.store.reader),
    isAutomatic: true,
    onChange: (report) => {
      if (report !== null) return;
      rounds += 1;
      if (rounds === 1) service.changed();
      else second.resolve();
    },
  });
  const second = Promise.withResolvers<void>();
  service.connect(createCiviCrmConnector({ address: crm.url, apiKey: crm.apiKey }));
  await second.promise;
  await service.stop();
  expect(rounds).toBe(2);
});
