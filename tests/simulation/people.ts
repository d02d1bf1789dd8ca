/** People who work in the CRM itself, past every workstation. */
import type { CiviCrmView } from './crm-view.ts';
import type { Network, Question } from './network.ts';
import type { Random } from './random.ts';

export const DEEDS = [
  'edit a phone',
  'edit an e-mail',
  'edit an address',
  'edit a name',
  'add a phone',
  'remove a phone',
  'set do-not-phone',
  'clear do-not-phone',
  'add a gift',
  'reverse a gift',
  'bin a donor',
  'take out of the bin',
  'merge two donors',
  'delete a donor for good',
] as const;
export type Deed = (typeof DEEDS)[number];

export const DEED_WEIGHTS: Readonly<Record<Deed, number>> = {
  'edit a phone': 6,
  'edit an e-mail': 6,
  'edit an address': 5,
  'edit a name': 5,
  'add a phone': 2,
  'remove a phone': 2,
  'set do-not-phone': 3,
  'clear do-not-phone': 2,
  'add a gift': 3,
  'reverse a gift': 3,
  'bin a donor': 3,
  'take out of the bin': 8,
  'merge two donors': 5,
  'delete a donor for good': 1,
};

export interface Crm {
  readonly network: Network;
  readonly view: CiviCrmView;
  readonly random: Random;
  /** A number that nothing else has. */
  readonly fresh: () => number;
  readonly merged: Map<number, number>;
  /** Contacts that somebody is talking to: two people often work on the same one. */
  readonly onThePhone: readonly number[];
}

const where = (id: unknown): object => ({ where: [['id', '=', id]] });

/** @returns what was done, in words; null when there was nothing to do it to */
export async function carryOut(deed: Deed, crm: Crm): Promise<string | null> {
  const { network, view, random, fresh } = crm;
  const donors = view.donors();
  if (donors.length < 3) return null;
  const talking = crm.onThePhone.filter((id) => donors.includes(id));
  const donor = random.pick(talking.length > 0 && random.chance(0.6) ? talking : donors);
  const update = (entity: string, id: unknown, values: object): Promise<unknown> =>
    network.administrate(entity, 'update', { ...where(id), values });
  const rowOf = (kind: 'phone' | 'email' | 'address'): string | null => {
    const keys = [...view.registers()].filter(
      ([key, register]) => key.startsWith(kind) && register.contactId === donor && register.masterId === null,
    );
    return keys.length === 0 ? null : (random.pick(keys)[0].split(':')[1] ?? null);
  };
  const words = (what: string): string => `${deed}: ${what} of contact ${donor}`;
  switch (deed) {
    case 'edit a phone': {
      const id = rowOf('phone');
      if (id === null) return null;
      await update('Phone', id, { phone: `06 30${100_000 + fresh()}` });
      return words(`phone ${id}`);
    }
    case 'edit an e-mail': {
      const id = rowOf('email');
      if (id === null) return null;
      await update('Email', id, { email: `crm${fresh()}@voorbeeld.nl` });
      return words(`e-mail ${id}`);
    }
    case 'edit an address': {
      const id = rowOf('address');
      if (id === null) return null;
      await update('Address', id, { street_address: `Kantoorlaan ${fresh()}`, city: 'Kampen' });
      return words(`address ${id}`);
    }
    case 'edit a name':
      await update('Contact', donor, { last_name: `Crm${fresh()}` });
      return words('name');
    case 'add a phone':
      await network.administrate('Phone', 'create', {
        values: { contact_id: donor, phone: `06 31${100_000 + fresh()}`, 'location_type_id:name': 'Work' },
      });
      return words('a phone');
    case 'remove a phone': {
      const id = rowOf('phone');
      if (id === null) return null;
      await network.administrate('Phone', 'delete', where(id));
      return words(`phone ${id}`);
    }
    case 'set do-not-phone':
    case 'clear do-not-phone':
      await update('Contact', donor, { do_not_phone: deed === 'set do-not-phone' });
      return words('flag');
    case 'add a gift':
      await network.administrate('Contribution', 'create', {
        values: {
          contact_id: donor,
          'financial_type_id:name': 'Donation',
          total_amount: 10 + random.whole(0, 90),
          'contribution_status_id:name': 'Completed',
        },
      });
      return words('a gift');
    case 'reverse a gift': {
      const gifts = await network.administrate('Contribution', 'get', {
        select: ['id'],
        where: [['contact_id', '=', donor]],
      });
      if (gifts.length === 0) return null;
      await update('Contribution', random.pick(gifts)['id'], { 'contribution_status_id:name': 'Chargeback' });
      return words('a gift');
    }
    case 'bin a donor':
      await network.administrate('Contact', 'delete', where(donor));
      return words('all');
    case 'take out of the bin': {
      const binned = await network.administrate('Contact', 'get', {
        select: ['id'],
        where: [['is_deleted', '=', true]],
        orderBy: { id: 'ASC' },
      });
      if (binned.length === 0) return null;
      const id = random.pick(binned)['id'];
      const merged = await network.administrate('Activity', 'get', {
        select: ['id'],
        where: [
          ['activity_type_id:name', '=', 'Contact Deleted by Merge'],
          ['target_contact_id', '=', id],
        ],
      });
      // What was merged is not taken out of the bin: it lives on in the winner.
      if (merged.length > 0) return null;
      await update('Contact', id, { is_deleted: false });
      return `${deed}: contact ${String(id)}`;
    }
    case 'delete a donor for good':
      await network.administrate('Contact', 'delete', { ...where(donor), useTrash: false });
      return words('all');
    case 'merge two donors': {
      const loser = random.pick(donors.filter((id) => id !== donor));
      await merge(crm, loser, donor);
      return `${deed}: ${loser} into ${donor}`;
    }
  }
}

/** As CiviCRM does it: gifts, activities, phones and e-mails move to the winner, and the objection is taken along. */
async function merge({ network, view, merged: known }: Crm, loser: number, winner: number): Promise<void> {
  known.set(loser, winner);
  const of = { where: [['contact_id', '=', loser]] };
  await network.administrate('Contribution', 'update', { ...of, values: { contact_id: winner } });
  for (const entity of ['Phone', 'Email']) {
    await network.administrate(entity, 'update', { ...of, values: { contact_id: winner, is_primary: false } });
  }
  const activities = await network.administrate('Activity', 'get', {
    select: ['id', 'target_contact_id'],
    where: [['target_contact_id', '=', loser]],
  });
  for (const { id, target_contact_id: targets } of activities) {
    const moved = (targets as (number | string)[]).map(Number).map((target) => (target === loser ? winner : target));
    await network.administrate('Activity', 'update', {
      where: [['id', '=', id]],
      values: { target_contact_id: [...new Set(moved)] },
    });
  }
  if (view.registers().get(`flag:${loser}`)?.value === '1') {
    await network.administrate('Contact', 'update', { where: [['id', '=', winner]], values: { do_not_phone: true } });
  }
  const by = { source_contact_id: 'user_contact_id', 'status_id:name': 'Completed' };
  const [merged] = await network.administrate('Activity', 'create', {
    values: { ...by, 'activity_type_id:name': 'Contact Merged', target_contact_id: [winner] },
  });
  await network.administrate('Activity', 'create', {
    values: {
      ...by,
      'activity_type_id:name': 'Contact Deleted by Merge',
      target_contact_id: [loser],
      parent_id: merged?.['id'],
    },
  });
  await network.administrate('Contact', 'delete', { where: [['id', '=', loser]] });
}

/** Somebody is quicker by a moment: changes exactly the row that a workstation is about to write. @returns whether there was one */
export async function outrun({ network, fresh }: Pick<Crm, 'fresh' | 'network'>, question: Question): Promise<boolean> {
  const values: Readonly<Record<string, object>> = {
    Phone: { phone: `06 32${100_000 + fresh()}` },
    Email: { email: `sneller${fresh()}@voorbeeld.nl` },
    Address: { street_address: `Snelweg ${fresh()}` },
    Contact: { last_name: `Sneller${fresh()}` },
  };
  const { entity, action, parameters } = question;
  const written = parameters['values'] as Readonly<Record<string, unknown>> | undefined;
  const change = values[entity];
  if (action !== 'update' || change === undefined || written === undefined || 'do_not_phone' in written) return false;
  const conditions = parameters['where'] as readonly (readonly unknown[])[];
  const id = conditions.find(([column]) => column === 'id')?.[2];
  await network.administrate(entity, 'update', { ...where(id), values: change });
  return true;
}
