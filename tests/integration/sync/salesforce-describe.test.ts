/** What an organisation said of its objects is not said again while nothing changed (docs/decisions/0056). */
import { describe, expect, it } from 'vitest';
import { checkOrg } from '../../../sync/crm/salesforce/check/check-org.ts';
import { createSalesforceConnector } from '../../../sync/crm/salesforce/connector.ts';
import { signedIn } from '../../salesforce/connect.ts';
import { descriptionsInMemory, notingDescribes } from '../../salesforce/descriptions.ts';
import { addDonor, connectedEvening, organisation } from '../../support/salesforce-evening.ts';

const OBJECTS = ['Contact', 'Opportunity', 'Task', 'npe03__Recurring_Donation__c'];
const all = (words: string): readonly string[] => OBJECTS.map((object) => `${object} ${words}`);
const WHOLE = all('200');
const UNCHANGED = all('304, if modified');

async function reached() {
  const org = await organisation();
  addDonor(org);
  const { fetch, take } = notingDescribes();
  const clock = { time: Date.now() };
  const kept = descriptionsInMemory();
  const reach = { ...signedIn(org), descriptions: kept, fetch, now: () => clock.time };
  /** As after a start. */
  const begin = (changes: Partial<typeof reach> = {}) =>
    createSalesforceConnector({ ...reach, ...changes }).begin('donors');
  return { org, kept, clock, reach, begin, take };
}

describe('a description', () => {
  it('is answered with 304 at the next start, in as many questions, and what was kept is used', async () => {
    const { org, begin, take } = await reached();
    const before = org.limit.used;
    await begin();
    const first = org.limit.used - before;
    expect(take()).toEqual(WHOLE);
    await begin();
    expect(take()).toEqual(UNCHANGED);
    expect(org.limit.used - before - first).toBe(first);
  });

  it('comes whole when a right of the user changed', async () => {
    const { org, reach, begin, take } = await reached();
    await begin();
    org.change({ hidden: ['Contact.HomePhone'] });
    take();
    const connector = createSalesforceConnector(reach);
    const { position } = await connector.begin('donors');
    expect(take()).toEqual(WHOLE.map((each) => `${each}, if modified`));
    expect(await connector.pull('donors', position, 'whole')).toMatchObject({ rows: 1 });
    await begin();
    expect(take()).toEqual(UNCHANGED);
  });

  it('of another user, organisation, address or version, and of a week ago, is none', async () => {
    const { kept, clock, begin, take, reach } = await reached();
    await begin();
    take();
    await begin({ descriptions: descriptionsInMemory('another user', kept.shelf) });
    expect(take()).toEqual(WHOLE);
    await begin();
    expect(take()).toEqual(WHOLE);
    for (const [object, description] of kept.shelf) {
      kept.shelf.set(object, { ...description, whose: description.whose.replace('68.0', '67.0') });
    }
    await begin();
    expect(take()).toEqual(WHOLE);
    const { instanceUrl } = await reach.tokens.read();
    for (const [object, description] of kept.shelf) {
      expect(description.whose).toContain(instanceUrl);
      kept.shelf.set(object, { ...description, whose: description.whose.replace(instanceUrl, 'https://old.example') });
    }
    await begin();
    expect(take()).toEqual(WHOLE);
    clock.time += 7 * 24 * 3_600_000;
    await begin();
    expect(take()).toEqual(UNCHANGED);
    clock.time += 1;
    await begin();
    expect(take()).toEqual(WHOLE);
  });

  it('that turns out to be wrong is asked for whole, and the check asks for all of it each time', async () => {
    const { org, kept, reach, begin, take } = await reached();
    await begin();
    const before = new Map(kept.shelf);
    org.change({ hidden: ['Contact.HomePhone'] });
    await begin();
    take();
    // Should an organisation ever say "unchanged" where a right changed.
    const late = [...kept.shelf].map(([object, { lastModified }]) => [object, lastModified] as const);
    for (const [object, lastModified] of late) {
      const old = before.get(object);
      if (old !== undefined) kept.shelf.set(object, { ...old, lastModified });
    }
    const connector = createSalesforceConnector(reach);
    const { position } = await connector.begin('donors');
    expect(take()).toEqual(UNCHANGED);
    await expect(connector.pull('donors', position, 'whole')).rejects.toMatchObject({ code: 'INVALID_FIELD' });
    expect(await connector.pull('donors', position, 'whole')).toMatchObject({ rows: 1, leftOut: 0 });
    expect(take()).toEqual(WHOLE);
    await checkOrg(reach);
    expect(take().filter((each) => each.includes('if modified'))).toEqual([]);
  });
});

it('is kept in the profile, and a new start is told that nothing changed', async () => {
  const { org, backend, sync } = await connectedEvening();
  const describes = () => org.faults.requests.filter(({ status }) => status === 304).length;
  await sync();
  expect(describes()).toBe(0);
  await backend.reconnect();
  expect((await sync()).failure).toBeNull();
  expect(describes()).toBe(OBJECTS.length);
  const settings = await backend.store.reader.selectFrom('setting').select('key').execute();
  expect(settings.filter(({ key }) => key.startsWith('connection.describe.'))).toHaveLength(OBJECTS.length);
});
