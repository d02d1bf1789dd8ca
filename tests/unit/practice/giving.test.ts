import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../sync/practice/json.ts';
import type { Core } from './support/core.ts';
import { openCore } from './support/core.ts';

async function openWithDonor(version?: '5.77'): Promise<Core & { readonly donor: number }> {
  const core = await openCore(version === undefined ? {} : { version });
  return Object.assign(core, { donor: core.create('Contact', { first_name: 'Gever' }) });
}

function gift(core: { readonly donor: number }, values: JsonObject = {}): JsonObject {
  return { contact_id: core.donor, total_amount: 12.5, 'financial_type_id:name': 'Donation', ...values };
}

describe('a contribution', () => {
  it('is created with what the server fills in', async () => {
    const core = await openWithDonor();
    const id = core.create('Contribution', gift(core, { receive_date: '2026-02-01 10:00:00' }));
    const select = ['*', 'contribution_status_id:name', 'payment_instrument_id:name'];
    expect(core.row('Contribution', 'get', { select, where: [['id', '=', id]] })).toMatchObject({
      total_amount: 12.5,
      net_amount: 12.5,
      fee_amount: 0,
      currency: 'EUR',
      'contribution_status_id:name': 'Completed',
      'payment_instrument_id:name': 'Check',
      receive_date: '2026-02-01 10:00:00',
      modified_date: '2026-11-21 13:00:00',
    });
  });

  it('has no stamp before version 6.9', async () => {
    const core = await openWithDonor('5.77');
    const id = core.create('Contribution', gift(core));
    expect(core.row('Contribution', 'get', { select: ['modified_date'], where: [['id', '=', id]] })).toEqual({ id });
    expect(() => core.find('Contribution', ['id'], [['modified_date', '>', '2020-01-01']])).toThrow(
      "Invalid field 'modified_date'",
    );
  });

  it('shows itself as an activity while it is completed, and takes it along when it goes', async () => {
    const core = await openWithDonor();
    const id = core.create('Contribution', gift(core, { 'contribution_status_id:name': 'Pending', source: 'Website' }));
    const shown = (): readonly JsonObject[] =>
      core.find('Activity', ['subject', 'target_contact_id'], [['activity_type_id:name', '=', 'Contribution']]);
    expect(shown()).toEqual([]);
    const values = { 'contribution_status_id:name': 'Completed' };
    core.rows('Contribution', 'update', { where: [['id', '=', id]], values }, 'admin');
    core.rows('Contribution', 'update', { where: [['id', '=', id]], values: { source: 'Brief' } }, 'admin');
    expect(shown()).toMatchObject([{ subject: '€ 12.50 - Website', target_contact_id: [core.donor] }]);
    expect(core.rows('Contribution', 'delete', { where: [['id', '=', id]] }, 'admin')).toEqual([{ id }]);
    expect(shown()).toEqual([]);
  });

  it('has a transaction of its own', async () => {
    const core = await openWithDonor();
    const first = core.create('Contribution', gift(core, { trxn_id: 'T-1' }));
    expect(() => core.create('Contribution', gift(core, { trxn_id: 't-1' }))).toThrow(
      `matching Transaction ID or Invoice Reference. Contribution record ID(s) are: [id: ${first}, trxn_id: t-1]`,
    );
  });

  it('hides tests, unless they are named or asked for by id', async () => {
    const core = await openWithDonor();
    const id = core.create('Contribution', gift(core, { is_test: true }));
    expect(core.find('Contribution', ['id'], [['contact_id', '=', core.donor]])).toEqual([]);
    expect(core.find('Contribution', ['id'], [['id', '=', id]])).toEqual([{ id }]);
    expect(core.find('Contribution', ['id'], [['is_test', '=', true]])).toEqual([{ id }]);
  });

  it('is found by its day', async () => {
    const core = await openWithDonor();
    core.create('Contribution', gift(core, { receive_date: '2026-02-01 23:30:00', source: 'avond' }));
    core.create('Contribution', gift(core, { receive_date: '2026-02-02 00:00:00', source: 'nacht' }));
    const sources = (where: JsonObject[string]): readonly unknown[] =>
      core.find('Contribution', ['source'], [where]).map((row) => row['source']);
    expect(sources(['receive_date', '=', '2026-02-01'])).toEqual(['avond']);
    expect(sources(['receive_date', '>', '2026-02-01 23:00:00'])).toEqual(['avond', 'nacht']);
    expect(sources(['receive_date', 'BETWEEN', ['2026-02-02', '2026-02-03']])).toEqual(['nacht']);
  });

  it('may be summed up', async () => {
    const core = await openWithDonor();
    for (const total_amount of [5, 7.25, 10]) core.create('Contribution', gift(core, { total_amount }));
    const query = {
      select: ['contact_id', 'SUM(total_amount) AS total', 'COUNT(id) AS n', 'AVG(total_amount) AS mean'],
      where: [['contact_id', '=', core.donor]],
      groupBy: ['contact_id'],
    };
    expect(core.rows('Contribution', 'get', query)).toEqual([
      { contact_id: core.donor, total: 22.25, n: 3, mean: 22.25 / 3 },
    ]);
  });
});

describe('a recurring contribution', () => {
  it('has statuses of its own, and fills in no date when it is cancelled', async () => {
    const core = await openWithDonor();
    const status = 'contribution_status_id:name';
    const id = core.create('ContributionRecur', { contact_id: core.donor, amount: 5, [status]: 'In Progress' });
    core.clock.advance(2000);
    core.rows('ContributionRecur', 'update', { where: [['id', '=', id]], values: { [status]: 'Cancelled' } }, 'admin');
    const select = ['contribution_status_id', status, 'cancel_date', 'modified_date', 'frequency_unit'];
    expect(core.row('ContributionRecur', 'get', { select, where: [['id', '=', id]] })).toEqual({
      id,
      contribution_status_id: 3,
      [status]: 'Cancelled',
      cancel_date: null,
      modified_date: '2026-11-21 13:00:02',
      frequency_unit: 'month',
    });
  });
});

describe('a group', () => {
  it('counts those who were added, and remembers what happened', async () => {
    const core = await openWithDonor();
    const group = core.create('Group', { title: 'Belronde', name: 'belronde' });
    const member = { 'group_id:name': 'belronde', contact_id: core.donor };
    const save = (status: string): void => {
      core.rows('GroupContact', 'save', { records: [{ ...member, status }], match: ['contact_id', 'group_id'] });
    };
    const members = (): readonly JsonObject[] => core.find('Contact', ['id'], [['groups:name', 'IN', ['belronde']]]);
    save('Added');
    expect(members()).toEqual([{ id: core.donor }]);
    save('Removed');
    expect(members()).toEqual([]);
    expect(() => core.create('GroupContact', { group_id: group, contact_id: core.donor })).toThrow(
      'DB Error: already exists',
    );
    const history = core.find('SubscriptionHistory', ['status'], [['contact_id', '=', core.donor]]);
    expect(history.map((row) => row['status'])).toEqual(['Added', 'Removed']);
  });
});
