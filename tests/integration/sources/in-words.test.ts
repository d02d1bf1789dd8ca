/** What a coordinator reads of a fundraising site and of whom it brought is in words: no mark of a record is among them. */
import { expect, it } from 'vitest';
import { donation } from '../../support/kentaa/objects.ts';
import { kentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { connectedWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';

const AT = '2026-11-20T10:00:00.000Z';

async function arrange() {
  const clock = testClock();
  const kentaa = await kentaaStandIn({ clock: clock.now });
  const workstation = await connectedWorkstation(await practiceCrm(), { clock, sliceDays: null });
  kentaa.put('donations', donation(AT, { id: 418, phone: '0638291746' }));
  const { apiKey, url: address } = kentaa;
  const { siteId, name } = await workstation.ask('sources.add', {
    kind: 'kentaa',
    address,
    apiKey,
    startedFrom: '2026-11-01',
  });
  await workstation.backend.sources.run();
  await workstation.sync();
  return { workstation, siteId, name };
}

it('the log names the site as a coordinator knows it, also when it is gone', async () => {
  const { workstation, siteId, name } = await arrange();
  await workstation.ask('sources.change', { siteId, apiKey: null, isEnabled: true, addsNewcomers: false });
  await workstation.ask('sources.remove', { siteId });
  const { lines } = await workstation.ask('audit.list', {
    personId: null,
    kind: 'workstation',
    donor: '',
    before: null,
  });
  const said = lines.map(({ what }) => what.nl).filter((line) => line.includes('actieplatform'));
  expect(said).toEqual([
    `haalde een actieplatform weg (${name} op Kentaa)`,
    `veranderde een actieplatform (${name} op Kentaa)`,
    `voegde een actieplatform toe (${name} op Kentaa)`,
  ]);
  expect(lines[0]?.what.en).toBe(`removed a fundraising platform (${name} on Kentaa)`);
});

it('whom a site brought to the CRM has the number of the CRM, wherever she is shown', async () => {
  const { workstation } = await arrange();
  const { reader } = workstation.backend.store;
  const person = await reader.selectFrom('source_link').select('source_donor_id').executeTakeFirstOrThrow();
  await workstation.ask('sources.addDonor', { sourceDonorId: person.source_donor_id });
  await workstation.sync();
  await workstation.sync();
  const { id: donorId } = await reader
    .selectFrom('donor')
    .select('id')
    .where('external_id', '=', 'kentaa:6:donation:418')
    .executeTakeFirstOrThrow();
  const donor = { donorId };
  const shown = [
    await workstation.ask('donor.page', donor),
    await workstation.ask('donor.search', { text: 'Veen' }),
    await workstation.ask('list.why', { donor }),
    await workstation.ask('donor.evidence', { donor }),
    await workstation.ask('verify.get', donor),
    await workstation.ask('audit.list', { personId: null, kind: null, donor: '', before: null }),
  ];
  expect(shown.map((answer) => /kentaa:\d/.exec(JSON.stringify(answer))?.[0] ?? 'in words')).toEqual(
    shown.map(() => 'in words'),
  );
});
