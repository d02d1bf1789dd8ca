/** Kentaa as a source, over HTTP from a stand-in, in a real profile beside a practice CRM. */
import { describe, expect, it } from 'vitest';
import {
  action,
  donation,
  manualDonation,
  phoneConsent,
  project,
  recurringDonor,
  subscription,
  user,
} from '../../support/kentaa/objects.ts';
import { kentaaStandIn, type KentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import {
  askCrm,
  connectedWorkstation,
  openWorkstation,
  practiceCrm,
  testClock,
  type TestClock,
  type Workstation,
} from '../../support/workstation.ts';

const AT = '2026-11-20T10:00:00.000Z';

interface Place {
  readonly crm: PracticeCrm;
  readonly kentaa: KentaaStandIn;
  readonly workstation: Workstation;
  readonly clock: TestClock;
}

async function place(): Promise<Place> {
  const clock = testClock();
  const kentaa = await kentaaStandIn({ clock: clock.now });
  const crm = await practiceCrm({ clock: () => new Date(Date.parse(clock.now()) + 10 * 3_600_000) });
  const workstation = await connectedWorkstation(crm, { clock, sliceDays: null });
  return { crm, kentaa, workstation, clock };
}

async function addTo({ kentaa, workstation }: Place, startedFrom = '2026-11-01' as const): Promise<void> {
  await workstation.ask('sources.add', { kind: 'kentaa', address: kentaa.url, apiKey: kentaa.apiKey, startedFrom });
  await workstation.backend.sources.run();
}

/** Somebody of the CRM with an e-mail of her own, as Kentaa would know her. */
async function somebody({ backend }: Workstation) {
  const donor = await backend.store.reader
    .selectFrom('donor')
    .innerJoin('donor_email', 'donor_email.donor_id', 'donor.id')
    .select(['donor.id', 'donor.crm_id', 'first_name', 'prefix', 'surname', 'email'])
    .where('kind', '=', 'individual')
    .where('surname', '<>', '')
    .where('is_removed', '=', 0)
    .where('does_not_want_calls', '=', 0)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('gift')
            .select('gift.id')
            .whereRef('gift.donor_id', '=', 'donor.id')
            .where('day', '>', '2026-10-01'),
        ),
      ),
    )
    .orderBy('donor.id')
    .executeTakeFirstOrThrow();
  return {
    ...donor,
    person: { first_name: donor.first_name, infix: donor.prefix, last_name: donor.surname, email: donor.email },
  };
}

const giftsOf = ({ backend }: Workstation, donorId: number) =>
  backend.store.reader
    .selectFrom('gift')
    .select(['external_id', 'crm_id', 'amount', 'day', 'status', 'source', 'mandate_ref'])
    .where('donor_id', '=', donorId)
    .where('day', '>=', '2026-11-01')
    .orderBy('day')
    .execute();

it('a place is added by the name that its key opens, and says how it goes', async () => {
  const at = await place();
  const { kentaa, workstation } = at;
  const wrong = workstation.ask('sources.add', {
    kind: 'kentaa',
    address: kentaa.url,
    apiKey: 'verkeerd',
    startedFrom: '2026-11-01',
  });
  await expect(wrong).rejects.toMatchObject({ failure: { code: 'refused' } });
  expect((await workstation.ask('sources.list', {})).sites).toEqual([]);
  kentaa.put('donations', donation(AT, { id: 1 }));
  await addTo(at);
  const { sites } = await workstation.ask('sources.list', {});
  expect(sites).toMatchObject([
    {
      siteId: 'kentaa:6',
      name: 'Stichting Voorbeeld',
      problem: null,
      counts: { people: 1, gifts: 1, linked: 0, doubtful: 0, newcomers: 1 },
    },
  ]);
  expect(sites[0]?.budget.hourLeft).toBeGreaterThan(400);
  await expect(addTo(at)).rejects.toMatchObject({ failure: { code: 'refused' } });
  expect(JSON.stringify(sites)).not.toContain(kentaa.apiKey);
});

describe('what somebody of the CRM gave', () => {
  it('counts with its action, and is taken back when it goes back', async () => {
    const at = await place();
    const { kentaa, workstation, clock } = at;
    const { id, person } = await somebody(workstation);
    kentaa.put('projects', project('2026-11-02T08:00:00Z', { id: 31 }));
    kentaa.put('actions', action('2026-08-26T14:50:14Z', { id: 9021 }));
    kentaa.put('users', user('2026-08-26T14:49:11Z', { id: 802 }));
    kentaa.put(
      'donations',
      donation(AT, { id: 418, ...person, action_id: 9021, payment_status: 'started', payment_status_at: undefined }),
    );
    await addTo(at);
    expect(await giftsOf(workstation, id)).toEqual([]);

    clock.advance(600);
    kentaa.change('donations', 418, { payment_status: 'paid', payment_status_at: '2026-11-20T23:30:00Z' });
    await workstation.backend.sources.run();
    // Half past midnight in Amsterdam.
    expect(await giftsOf(workstation, id)).toMatchObject([
      { external_id: 'kentaa:6:donation:418', amount: 2500, day: '2026-11-21', status: 'received' },
    ]);
    const { reader } = workstation.backend.store;
    expect(
      await reader.selectFrom('giving').select('newest_received_day').where('donor_id', '=', id).execute(),
    ).toEqual([{ newest_received_day: '2026-11-21' }]);
    // The action is older than the start: it was asked for by its number, and its owner's account with it.
    expect(kentaa.requests).toContain('/actions/9021');
    const owner = await reader
      .selectFrom('source_donor')
      .selectAll()
      .where('email', '=', 'jan.loper@voorbeeld.example')
      .executeTakeFirst();
    expect(owner).toMatchObject({ phone_number: '+31302345678', town: 'Utrecht' });

    clock.advance(600);
    kentaa.change('donations', 418, { payment_status: 'refunded', payment_status_at: '2026-11-29T10:00:00Z' });
    await workstation.backend.sources.run();
    expect(await giftsOf(workstation, id)).toMatchObject([{ day: '2026-11-21', status: 'reversed' }]);

    await workstation.ask('sources.remove', { siteId: 'kentaa:6' });
    expect(await giftsOf(workstation, id)).toEqual([]);
    for (const table of ['source_donor', 'source_gift', 'source_link', 'source_page', 'source_consent'] as const) {
      expect(
        await reader
          .selectFrom(table as 'source_gift')
          .selectAll()
          .execute(),
      ).toEqual([]);
    }
  });

  it('does not count when it is anonymous, or nobody can be sure who gave it', async () => {
    const at = await place();
    const { kentaa, workstation } = at;
    const { id, person } = await somebody(workstation);
    kentaa.put('donations', donation(AT, { id: 1, ...person, anonymous: true }));
    kentaa.put('manual-donations', manualDonation(AT, { id: 1, ...person, first_name: 'Collecte' }));
    kentaa.put(
      'donations',
      donation(AT, { id: 2, ...person, donation_amount: '0.0', amount: '0.0', registration_fee: true }),
    );
    await addTo(at);
    expect(await giftsOf(workstation, id)).toEqual([]);
    const links = await workstation.backend.store.reader
      .selectFrom('source_link')
      .select('state')
      .orderBy('state')
      .execute();
    expect(links.map(({ state }) => state)).toEqual(['certain', 'doubtful']);
  });

  it('blocks calls when the consent was taken back, and is proof when it was given', async () => {
    const at = await place();
    const { kentaa, workstation, clock } = at;
    const { id, person } = await somebody(workstation);
    kentaa.put('donations', donation(AT, { id: 1, ...person, consents: [phoneConsent(AT, 'granted')] }));
    await addTo(at);
    const rightsOf = async () => (await workstation.ask('donor.page', { donorId: id })).rights;
    const before = await rightsOf();
    expect(before.hasObjected).toBe(false);
    expect(JSON.stringify(before)).toContain('Ja, jullie mogen mij bellen.');
    clock.advance(600);
    kentaa.change('donations', 1, { consents: [phoneConsent('2026-11-21T11:00:00Z', 'revoked')] });
    await workstation.backend.sources.run();
    const { reader } = workstation.backend.store;
    const said = await reader.selectFrom('source_consent').select(['kind', 'is_granted']).orderBy('at').execute();
    expect(said).toEqual([
      { kind: 'contact_phone', is_granted: 1 },
      { kind: 'contact_phone', is_granted: 0 },
    ]);
    const after = await rightsOf();
    expect(after.hasObjected).toBe(true);
    expect(after.objections).toHaveLength(before.objections.length + 1);
  });
});

it('a regular donor has a mandate, and her first gift belongs to it', async () => {
  const at = await place();
  const { kentaa, workstation } = at;
  const { id, person } = await somebody(workstation);
  kentaa.put('recurring-donors', recurringDonor('2026-11-10T09:00:00Z', { id: 301, ...person }));
  kentaa.put(
    'donations',
    donation('2026-11-10T09:05:00Z', { id: 9, ...person, recurring_donor_id: 301, donation_amount: '10.0' }),
  );
  await addTo(at);
  const { reader } = workstation.backend.store;
  const [mandate] = await reader
    .selectFrom('mandate')
    .selectAll()
    .where('donor_id', '=', id)
    .where('start_day', '=', '2026-11-10')
    .execute();
  expect(mandate).toMatchObject({ amount: 1000, frequency_unit: 'month', status: 'running', crm_id: null });
  expect(await giftsOf(workstation, id)).toMatchObject([{ amount: 1000, mandate_ref: mandate?.id }]);
});

it('a newsletter alone makes nobody a donor', async () => {
  const at = await place();
  at.kentaa.put('newsletter-subscriptions', subscription(AT, { id: 88 }));
  at.kentaa.put('users', user(AT, { id: 5 }));
  await addTo(at);
  expect(await at.workstation.backend.store.reader.selectFrom('source_donor').selectAll().execute()).toEqual([]);
});

it('goes on with the next start, and reads nothing twice', async () => {
  const at = await place();
  const { kentaa, workstation } = at;
  kentaa.put('donations', donation(AT, { id: 1 }));
  await addTo(at);
  await workstation.close();
  const again = await openWorkstation({ folder: workstation.folder, clock: at.clock });
  at.clock.advance(3_600);
  kentaa.put('donations', donation('2026-11-21T13:30:00Z', { id: 2 }));
  const before = kentaa.requests.length;
  await again.backend.sources.run();
  const asked = kentaa.requests.slice(before).filter((path) => path.startsWith('/donations'));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('updated_after=');
  const gifts = await again.backend.store.reader.selectFrom('source_gift').select('source_key').orderBy('id').execute();
  expect(gifts.map(({ source_key: key }) => key)).toEqual(['donation:1', 'donation:2']);
});

describe('a gift that the CRM knows too', () => {
  it('counts once, says through whose action it came, and is not thanked for when it went back there', async () => {
    const at = await place();
    const { kentaa, workstation, clock } = at;
    const { id, crm_id: crmId, person } = await somebody(workstation);
    kentaa.put('actions', action('2026-11-03T14:50:14Z', { id: 9021 }));
    kentaa.put('donations', donation(AT, { id: 418, ...person, action_id: 9021 }));
    await addTo(at);
    expect(await giftsOf(workstation, id)).toHaveLength(1);
    // The charity's own integration books it a week later.
    await askCrm(at.crm, 'Contribution', 'create', {
      values: {
        contact_id: crmId,
        'financial_type_id:name': 'Donation',
        total_amount: 25,
        receive_date: '2026-11-21 12:00:00',
        'contribution_status_id:name': 'Completed',
        source: 'Kentaa week 47',
      },
    });
    clock.advance(36_000);
    await workstation.sync();
    const after = await giftsOf(workstation, id);
    // It was given the day before it was booked, and thanked for by that day.
    expect(after).toMatchObject([
      { external_id: null, amount: 2500, source: 'Kentaa week 47', status: 'received', day: '2026-11-20' },
    ]);
    const [facts] = await readFacts(workstation.backend.store.reader, [id]);
    expect(facts?.actions).toMatchObject([{ kind: 'through-friend', whose: 'Jan Loper' }]);
    expect(facts?.gifts.filter(({ day }) => day >= '2026-11-01')).toHaveLength(1);

    kentaa.change('donations', 418, { payment_status: 'chargedback' });
    await workstation.backend.sources.run();
    expect((await giftsOf(workstation, id)).map(({ status }) => status)).toEqual(['reversed']);
    await workstation.ask('sources.remove', { siteId: 'kentaa:6' });
    expect(await giftsOf(workstation, id)).toMatchObject([{ status: 'received', day: '2026-11-21' }]);
  });
});

it('whoever runs an action is another donor than who gives to it, with an action of her own', async () => {
  const at = await place();
  const { kentaa, workstation } = at;
  const { id, person } = await somebody(workstation);
  kentaa.put(
    'actions',
    action('2026-11-03T14:50:14Z', { id: 9021, owner: { id: 802, ...person }, first_name: person.first_name }),
  );
  kentaa.put('donations', donation(AT, { id: 1, action_id: 9021 }));
  kentaa.put(
    'donations',
    donation(AT, { id: 2, ...person, action_id: 9021, start_donation: true, registration_fee: true }),
  );
  await addTo(at);
  const [facts] = await readFacts(workstation.backend.store.reader, [id]);
  expect(facts?.actions.map(({ kind }) => kind)).toEqual(['own-action']);
  // The gift is hers; the fee of taking part is none.
  expect((await giftsOf(workstation, id)).map(({ amount }) => amount)).toEqual([2500]);
});

it('what is gone at the place counts no longer', async () => {
  const at = await place();
  const { kentaa, workstation, clock } = at;
  const { id, person } = await somebody(workstation);
  kentaa.put('donations', donation(AT, { id: 1, ...person }));
  kentaa.put('donations', donation(AT, { id: 2 }));
  await addTo(at);
  expect(await giftsOf(workstation, id)).toHaveLength(1);
  kentaa.remove('donations', 1);
  kentaa.remove('donations', 2);
  clock.advance(8 * 86_400);
  await workstation.backend.sources.run();
  expect(await giftsOf(workstation, id)).toEqual([]);
  const { reader } = workstation.backend.store;
  // Of whom nobody here is known, nothing is kept.
  const left = await reader.selectFrom('source_donor').select('email').execute();
  expect(left.map(({ email }) => email)).toEqual([person.email]);
});

it('who is erased here does not come back by the next reading', async () => {
  const at = await place();
  const { kentaa, workstation, clock } = at;
  const { id, crm_id: crmId, person } = await somebody(workstation);
  kentaa.put('donations', donation(AT, { id: 1, ...person }));
  await addTo(at);
  await workstation.ask('erasure.erase', { donorId: id, ground: 'asked', number: String(crmId) });
  const { reader } = workstation.backend.store;
  expect(await reader.selectFrom('source_donor').selectAll().execute()).toEqual([]);
  clock.advance(600);
  kentaa.change('donations', 1, { message: 'Nog een keer' });
  await workstation.backend.sources.run();
  expect(await reader.selectFrom('source_donor').selectAll().execute()).toEqual([]);
});

it('what the charity’s own staff gives is a trial: no donor, no gift, until the address is taken off the list', async () => {
  const at = await place();
  const { kentaa, workstation } = at;
  const { id, person } = await somebody(workstation);
  kentaa.put('donations', donation(AT, { id: 1, ...person }));
  kentaa.put('donations', donation(AT, { id: 2, email: 'els@swim.example' }));
  await addTo(at);
  expect(await giftsOf(workstation, id)).toHaveLength(1);
  const waiting = async () => (await workstation.ask('matching.queue', { kind: 'new' })).newcomers;
  expect(await waiting()).toBe(1);

  const own = (...addresses: string[]) => workstation.ask('sources.saveOwnAddresses', { addresses });
  await expect(own('els')).rejects.toMatchObject({ failure: { code: 'refused' } });
  await expect(own('@gmail.com')).rejects.toMatchObject({ failure: { code: 'refused' } });
  await own(` ${person.email.toUpperCase()} `, '@swim.example', '');
  expect(await workstation.ask('sources.ownAddresses', {})).toEqual({
    addresses: [person.email.toLowerCase(), 'swim.example'],
  });
  expect(await giftsOf(workstation, id)).toEqual([]);
  expect(await waiting()).toBe(0);
  kentaa.put('donations', donation(AT, { id: 3, email: 'jan@swim.example' }));
  at.clock.advance(600);
  await workstation.backend.sources.run();
  expect(await waiting()).toBe(0);

  await own();
  expect(await giftsOf(workstation, id)).toHaveLength(1);
  expect(await waiting()).toBeGreaterThan(0);
});
