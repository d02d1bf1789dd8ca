/** A claim whose workstation never came back, found long after: everybody had gone home. */
import { expect, it } from 'vitest';
import { openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';

it('a claim that nobody looked after is ended by whoever comes next, the day after too', async () => {
  const crm = await practiceCrm();
  const clock = testClock();
  const lost = await connectedWorkstation(crm, { clock });
  const other = await connectedWorkstation(crm, { clock, apiKey: crm.keys.caller });
  await openCall(lost, 'NIEUW-0009');
  await lost.close();
  clock.advance(20 * 3_600);
  await other.sync();
  const claims = await askCrm(crm, 'Activity', 'get', {
    select: ['subject', 'status_id:name'],
    where: [['subject', 'LIKE', '%[Dankbel-claim%']],
  });
  expect(claims).toMatchObject([{ 'status_id:name': 'Cancelled' }]);
});
