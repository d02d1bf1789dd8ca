/** A small CRM with invented donors of all kinds, for the profile of a release. */
import { makeTemplate, STARTS } from '../simulation/template.ts';
import { startPracticeCrm, type PracticeCrm } from '../../sync/practice/server.ts';
import { askCrm } from '../support/workstation.ts';

/** Saturday afternoon. What the CRM changes later is pulled, because its clock goes on. */
export const EVENING = STARTS.saturday;

export interface ReleaseCrm {
  readonly crm: PracticeCrm;
  /** The hands of its administrator. */
  readonly administrate: (
    entity: string,
    action: string,
    params: object,
  ) => Promise<readonly Record<string, unknown>[]>;
  /** The number of the donor with this place among the twelve. */
  readonly contactOf: (place: number) => Promise<number>;
}

/** @param folder empty; gone afterwards */
export async function startReleaseCrm(folder: string, now: () => number): Promise<ReleaseCrm> {
  const template = await makeTemplate(folder, '6.17', 'saturday');
  const crm = await startPracticeCrm({ dataDir: template.crm, version: '6.17', clock: () => new Date(now()) });
  const administrate: ReleaseCrm['administrate'] = (entity, action, params) => askCrm(crm, entity, action, params);
  const contactOf = async (place: number): Promise<number> => {
    const where = [['external_identifier', '=', `SIM-${place}`]];
    const [contact] = await administrate('Contact', 'get', { select: ['id'], where });
    return Number(contact?.['id']);
  };
  return { crm, administrate, contactOf };
}

/** What the twelve lack: a mandate, a debit that was taken back, a group, an activity of somebody else. */
export async function addVariety({ administrate, contactOf }: ReleaseCrm): Promise<void> {
  const [first, second, third] = [await contactOf(1), await contactOf(2), await contactOf(3)];
  const [mandate] = await administrate('ContributionRecur', 'create', {
    values: {
      contact_id: first,
      amount: 10,
      currency: 'EUR',
      'frequency_unit:name': 'month',
      frequency_interval: 1,
      start_date: '2026-09-01 10:00:00',
      'contribution_status_id:name': 'In Progress',
      'financial_type_id:name': 'Donation',
    },
  });
  const gift = { 'financial_type_id:name': 'Donation', total_amount: 10, contribution_recur_id: mandate?.['id'] };
  for (const [day, status] of [
    ['2026-10-01', 'Completed'],
    ['2026-11-02', 'Refunded'],
  ]) {
    await administrate('Contribution', 'create', {
      values: {
        ...gift,
        contact_id: first,
        receive_date: `${day} 08:00:00`,
        'contribution_status_id:name': status,
      },
    });
  }
  const [group] = await administrate('Group', 'create', { values: { name: 'wandelaars', title: 'Wandelaars' } });
  await administrate('GroupContact', 'create', {
    values: { group_id: group?.['id'], contact_id: second, status: 'Added' },
  });
  const [doubtful] = await administrate('Contact', 'create', {
    values: { contact_type: 'Individual', first_name: 'mies', last_name: 'PEER', external_identifier: 'SIM-13' },
  });
  const home = { contact_id: doubtful?.['id'], 'location_type_id:name': 'Home' };
  await administrate('Address', 'create', {
    values: { ...home, street_address: 'Wilgenhof', postal_code: '8031', city: 'Zwolle', 'country_id:name': 'NL' },
  });
  await administrate('Email', 'create', { values: { ...home, email: 'mies@gmial.com' } });
  await administrate('Contribution', 'create', {
    values: {
      contact_id: doubtful?.['id'],
      'financial_type_id:name': 'Donation',
      total_amount: 15,
      receive_date: '2026-05-04 08:00:00',
      'contribution_status_id:name': 'Completed',
    },
  });
  await administrate('Activity', 'create', {
    values: {
      source_contact_id: 'user_contact_id',
      target_contact_id: [third],
      'activity_type_id:name': 'Email',
      'status_id:name': 'Completed',
      subject: 'Dank voor uw gift',
      activity_date_time: '2026-11-12 09:30:00',
    },
  });
}
