import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import type { Fill } from '../../../sync/practice/fill/fill.ts';
import type { JsonObject } from '../../../sync/practice/json.ts';
import { textOf } from '../../../sync/practice/php.ts';
import type { Core } from './support/core.ts';
import { openCore } from './support/core.ts';
import type { DonorView, Work } from './support/donors.ts';
import { daysAgo, readDonors, workFor } from './support/donors.ts';

const TODAY = '2026-11-21';

function invented(donors: number, seed = 1, date = TODAY): Fill {
  return { kind: 'invented', donors, seed, date };
}

/** Everything that was filled in, apart from the API keys and the mark of the organisation. */
function dump(core: Core): readonly unknown[] {
  const { database } = core.data.engine.site;
  const tables = ['contact', 'email', 'phone', 'address', 'contribution', 'contribution_recur', 'activity'];
  const others = ['activity_contact', 'custom_value', 'campaign', 'site_user'];
  return [...tables, ...others].map((table) =>
    database
      .prepare<[], JsonObject>(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => ({ ...row, api_key: null, ...(row['hash'] === undefined ? {} : { hash: null }) })),
  );
}

function share(donors: readonly DonorView[], holds: (donor: DonorView) => boolean): number {
  return donors.filter(holds).length / donors.length;
}

describe('invented donors', () => {
  it('are the same for the same number, seed and date', async () => {
    const [first, again] = [await openCore({ fill: invented(60) }), await openCore({ fill: invented(60) })];
    expect(dump(again)).toEqual(dump(first));
  });

  it('are others for another seed', async () => {
    const [first, other] = [await openCore({ fill: invented(20) }), await openCore({ fill: invented(20, 2) })];
    expect(dump(other)).not.toEqual(dump(first));
  });

  it('are none when none are asked: users and lists only', async () => {
    const core = await openCore({ fill: invented(0) });
    const names = core.find('Contact', ['display_name'], []).map((row) => row['display_name']);
    expect(names).toEqual([
      'Stichting Elk Kind Zwemt',
      'Anna Beheer',
      'Bea Beller',
      'Nico Sleutelloos',
      'Koen Koppeling',
    ]);
    expect(core.find('OptionValue', ['name'], [['option_group_id:name', '=', 'activity_status']])).toHaveLength(8);
    expect(core.find('Contribution', ['id'], [])).toEqual([]);
  });

  it.each([
    [{ kind: 'invented', donors: 5, seed: 1, date: '21-11-2026' }, '21-11-2026 is no date'],
    [{ kind: 'invented', donors: 5, seed: 1, date: '2026-13-01' }, '2026-13-01 is no date'],
    [{ kind: 'invented', donors: -1, seed: 1, date: TODAY }, '-1 is no number of donors'],
    [{ kind: 'invented', donors: 2.5, seed: 1, date: TODAY }, '2.5 is no number of donors'],
  ] satisfies [Fill, string][])('are not invented from %j', async (fill, message) => {
    await expect(openCore({ fill })).rejects.toThrow(message);
  });

  it('carry the stamp of the moment they were filled in', async () => {
    const core = await openCore({ fill: invented(20) });
    for (const entity of ['Contact', 'Contribution', 'ContributionRecur', 'Activity']) {
      const stamps = new Set(core.find(entity, ['modified_date'], []).map((row) => row['modified_date']));
      expect([...stamps]).toEqual(['2026-11-21 13:00:00']);
    }
  });

  it('are as the server would have written them: writing them again changes nothing', async () => {
    const core = await openCore({ fill: invented(200) });
    const names = ['first_name', 'last_name', 'organization_name', 'household_name', 'birth_date', 'do_not_phone'];
    const contacts = core.find('Contact', ['contact_type', ...names, 'modified_date'], []);
    core.clock.advance(60_000);
    for (const contact of contacts) {
      const values = Object.fromEntries(
        names.filter((name) => name in contact).map((name) => [name, contact[name] ?? null]),
      );
      core.rows('Contact', 'update', { where: [['id', '=', contact['id'] ?? null]], values });
    }
    const again = core.find('Contact', ['contact_type', ...names, 'modified_date'], []);
    expect(again).toEqual(contacts);
  });

  it('can be invented for the older dialect', async () => {
    const core = await openCore({ fill: invented(20), version: '5.77' });
    expect(readDonors(core)).toHaveLength(20);
  });
});

describe('the work that 400 invented donors give', () => {
  it.each([1, 2, 3, 4])('is enough for a day of calling (seed %i)', async (seed) => {
    const core = await openCore({ fill: invented(400, seed) });
    const counts: Record<Work, number> = { major: 0, none: 0, service: 0, thanks: 0 };
    for (const donor of readDonors(core)) counts[workFor(donor, TODAY)] += 1;
    expect(counts.thanks).toBeGreaterThanOrEqual(40);
    expect(counts.thanks).toBeLessThanOrEqual(80);
    expect(counts.service).toBeGreaterThanOrEqual(6);
    expect(counts.service).toBeLessThanOrEqual(16);
    expect(counts.major).toBeGreaterThanOrEqual(4);
    expect(counts.major).toBeLessThanOrEqual(8);
  });

  it('moves with the date', async () => {
    const core = await openCore({ fill: invented(400, 1, '2025-03-10'), now: '2025-03-10T09:00:00Z' });
    const thanks = readDonors(core).filter((donor) => workFor(donor, '2025-03-10') === 'thanks');
    expect(thanks.length).toBeGreaterThanOrEqual(40);
  });
});

describe('the details of invented donors', () => {
  it('have valid numbers, but for a few', async () => {
    const core = await openCore({ fill: invented(400) });
    const phones = core.find('Phone', ['phone', 'phone_numeric', 'phone_type_id:name'], []);
    const parsed = phones.map((row) => ({ row, number: parsePhoneNumberFromString(textOf(row['phone']), 'NL') }));
    const valid = parsed.filter(({ number }) => number?.isValid() === true);
    expect(valid.length / phones.length).toBeGreaterThan(0.95);
    expect(valid.length).toBeLessThan(phones.length);
    for (const { row, number } of valid) {
      expect(number?.getType()).toBe(row['phone_type_id:name'] === 'Mobile' ? 'MOBILE' : 'FIXED_LINE');
      expect(row['phone_numeric']).toBe(textOf(row['phone']).replaceAll(/\D/g, ''));
    }
    const mobiles = valid.filter(({ number }) => number?.getType() === 'MOBILE');
    for (const { number } of mobiles) expect(number?.nationalNumber).toMatch(/^6[1-5]/);
    expect(new Set(phones.map((row) => textOf(row['phone']).replaceAll(/\d/g, '0'))).size).toBeGreaterThan(10);
  });

  it('have valid postcodes, but for a few', async () => {
    const core = await openCore({ fill: invented(400) });
    const codes = core.find('Address', ['postal_code'], []).map((row) => textOf(row['postal_code']));
    const valid = codes.filter((code) => /^[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2}$/.test(code));
    expect(valid.length / codes.length).toBeGreaterThan(0.97);
    expect(valid.length).toBeLessThan(codes.length);
  });

  it('have e-mails in domains that belong to nobody', async () => {
    const core = await openCore({ fill: invented(200) });
    for (const row of core.find('Email', ['email'], [])) expect(row['email']).toMatch(/[@. ](\w+\.)?example\.nl$/);
  });

  it('keep the tussenvoegsel apart, and show names as the server does', async () => {
    const core = await openCore({ fill: invented(400) });
    const people = core.find(
      'Contact',
      ['first_name', 'middle_name', 'last_name', 'display_name', 'sort_name', 'external_identifier'],
      [
        ['contact_type', '=', 'Individual'],
        ['middle_name', 'IS NOT NULL'],
        ['external_identifier', 'LIKE', 'DON-%'],
      ],
    );
    expect(people.length).toBeGreaterThan(50);
    for (const person of people) {
      expect(person['display_name']).toBe(`${textOf(person['first_name'])} ${textOf(person['last_name'])}`);
      expect(person['sort_name']).toBe(`${textOf(person['last_name'])}, ${textOf(person['first_name'])}`);
    }
  });
});

describe('the variety of invented donors', () => {
  it('covers what the rules ask for', async () => {
    const donors = readDonors(await openCore({ fill: invented(400) }));
    expect(donors).toHaveLength(400);
    expect(donors[0]?.contact['external_identifier']).toBe('DON-00001');
    expect(share(donors, ({ contact }) => contact['do_not_phone'] === true)).toBeGreaterThan(0.01);
    expect(share(donors, ({ contact }) => contact['is_deceased'] === true)).toBeGreaterThan(0.003);
    expect(share(donors, ({ contact }) => contact['is_deleted'] === true)).toBeGreaterThan(0);
    expect(share(donors, ({ contact }) => contact['contact_type'] === 'Organization')).toBeGreaterThan(0.01);
    expect(share(donors, ({ contact }) => contact['contact_type'] === 'Household')).toBeGreaterThan(0.005);
    expect(share(donors, ({ phones }) => phones.length === 0)).toBeGreaterThan(0.01);
    expect(share(donors, ({ addresses }) => addresses.length === 0)).toBeGreaterThan(0.01);
    expect(share(donors, ({ addresses }) => addresses.some((row) => row['master_id'] !== null))).toBeGreaterThan(0.02);
    expect(share(donors, ({ mandates }) => mandates.length > 0)).toBeGreaterThan(0.25);
    const lastNames = donors.map(({ contact }) => textOf(contact['last_name'] ?? ''));
    expect(lastNames.filter((name) => name.length > 2 && name === name.toUpperCase()).length).toBeGreaterThan(0);
    expect(lastNames.filter((name) => /^(van|de|ter|ten) /.test(name)).length).toBeGreaterThan(0);
  });

  it('has loyal donors, friends of friends, and people who left', async () => {
    const donors = readDonors(await openCore({ fill: invented(400) }));
    const years = donors.flatMap(({ mandates }) => mandates.map((row) => daysAgo(row, 'start_date', TODAY) / 365));
    expect(Math.max(...years)).toBeGreaterThan(15);
    expect(years.filter((age) => age > 1 && age < 5).length).toBeGreaterThan(5);
    const gifts = donors.flatMap((donor) => donor.gifts);
    const sources = gifts.map((gift) => textOf(gift['source']));
    expect(sources.filter((source) => source.startsWith('via actie ')).length).toBeGreaterThan(20);
    expect(gifts.some((gift) => gift['campaign_id'] !== null)).toBe(true);
    expect(gifts.filter((gift) => gift['is_test'] === true)).toEqual([]);
    const statuses = new Set(gifts.map((gift) => textOf(gift['contribution_status_id:name'])));
    expect(statuses).toEqual(new Set(['Cancelled', 'Chargeback', 'Completed', 'Failed', 'Pending', 'Refunded']));
    const lapsed = donors.filter(({ gifts: own, mandates }) => mandates.length === 0 && own.length > 0);
    expect(
      lapsed.filter(({ gifts: own }) => own.every((gift) => daysAgo(gift, 'receive_date', TODAY) > 1095)),
    ).not.toEqual([]);
  });

  it('has a history with them', async () => {
    const donors = readDonors(await openCore({ fill: invented(400) }));
    const kinds = new Set(
      donors.flatMap(({ activities }) =>
        activities.map((row) => `${textOf(row['activity_type_id:name'])}: ${textOf(row['status_id:name'])}`),
      ),
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'Phone Call: Completed',
        'Phone Call: Left Message',
        'Phone Call: Unreachable',
        'Phone Call: Scheduled',
        'Email: Completed',
        'Print PDF Letter: Completed',
        'Follow up: Scheduled',
        'Contribution: Completed',
      ]),
    );
    const complaints = donors.flatMap(({ activities }) =>
      activities.filter((row) => row['status_id:name'] === 'Scheduled' && /Klacht/.test(textOf(row['subject']))),
    );
    expect(complaints.length).toBeGreaterThan(0);
  });

  it('shares numbers and addresses inside a household', async () => {
    const core = await openCore({ fill: invented(400) });
    const numbers = core.find('Phone', ['phone_numeric'], []).map((row) => row['phone_numeric']);
    expect(new Set(numbers).size).toBeLessThan(numbers.length);
    const shared = core.find('Address', ['street_address', 'master_id.street_address'], [['master_id', 'IS NOT NULL']]);
    for (const row of shared) expect(row['street_address']).toBe(row['master_id.street_address']);
  });

  it('tells who was merged into whom', async () => {
    const core = await openCore({ fill: invented(1000) });
    const merged = core.find(
      'Activity',
      ['target_contact_id'],
      [['activity_type_id:name', '=', 'Contact Deleted by Merge']],
    );
    expect(merged.length).toBeGreaterThan(0);
    for (const row of merged) {
      const [contactId = null] = row['target_contact_id'] as readonly number[];
      const [winner] = core.rows('Contact', 'getMergedTo', { contactId });
      expect(winner?.['id']).toBeTypeOf('number');
    }
  });
});
