/** People who work in Salesforce itself, past every workstation. */
import { emailRows, phoneRows } from '../../../sync/crm/salesforce/details.ts';
import { numberOf } from '../../../sync/crm/salesforce/numbers.ts';
import { contactRow } from '../../../sync/crm/salesforce/rows.ts';
import type { SalesforceStandIn } from '../../salesforce/stand-in.ts';
import { People, PERSON_ACCOUNT } from '../../salesforce/people.ts';
import { deleteRecord } from '../../salesforce/write.ts';
import type { Question } from '../network.ts';
import type { Deed } from '../people.ts';
import type { Random } from '../random.ts';
import type { SalesforceView } from './view.ts';

export interface SalesforceCrm {
  readonly org: SalesforceStandIn;
  readonly view: SalesforceView;
  readonly random: Random;
  readonly fresh: () => number;
  readonly merged: Map<number, number>;
  readonly onThePhone: readonly number[];
}

/** @returns what was done, in words; null when there was nothing to do it to */
export function carryOutInSalesforce(deed: Deed, crm: SalesforceCrm): string | null {
  const { org, view, random, fresh } = crm;
  const donors = view.donorIds();
  if (donors.length < 3) return null;
  const talking = donors.filter((id) => crm.onThePhone.includes(numberOf(id)));
  const donor = random.pick(talking.length > 0 && random.chance(0.6) ? talking : donors);
  const people = new People(org);
  const contact = contactRow.parse(people.read(donor));
  const update = (values: Readonly<Record<string, unknown>>): string => {
    people.update(donor, values);
    return `${deed}: contact ${numberOf(donor)}`;
  };
  switch (deed) {
    case 'edit a phone': {
      const rows = phoneRows(contact);
      if (rows.length === 0) return null;
      const number = `06 30${100_000 + fresh()}`;
      return update(Object.fromEntries(random.pick(rows).columns.map((column) => [column, number])));
    }
    case 'edit an e-mail': {
      const rows = emailRows(contact);
      if (rows.length === 0) return null;
      return update({ [random.pick(rows).column]: `crm${fresh()}@voorbeeld.nl` });
    }
    case 'edit an address':
      return update({ MailingStreet: `Kantoorlaan ${fresh()}`, MailingCity: 'Kampen' });
    case 'edit a name':
      return update({ LastName: `Crm${fresh()}` });
    case 'add a phone':
      return update({ [people.isCloud ? 'HomePhone' : 'OtherPhone']: `06 31${100_000 + fresh()}` });
    case 'remove a phone': {
      const rows = phoneRows(contact);
      if (rows.length === 0) return null;
      return update(Object.fromEntries(random.pick(rows).columns.map((column) => [column, null])));
    }
    case 'set do-not-phone':
    case 'clear do-not-phone':
      return update({ DoNotCall: deed === 'set do-not-phone' });
    case 'add a gift':
      people.addGift(donor, 10 + random.whole(0, 90), org.admin().now.toISOString().slice(0, 10));
      return `${deed}: contact ${numberOf(donor)}`;
    case 'reverse a gift': {
      const gifts = people.giftsOf(donor);
      if (gifts.length === 0) return null;
      const gift = String(random.pick(gifts)['Id']);
      // Or it was booked by mistake.
      if (random.chance(0.5)) deleteRecord(org.admin(), people.giftObject, gift);
      else people.reverseGift(gift);
      return `${deed}: contact ${numberOf(donor)}`;
    }
    case 'bin a donor':
      people.remove(donor);
      return `${deed}: contact ${numberOf(donor)}`;
    case 'take out of the bin': {
      const binned = view
        .contacts()
        .filter((record) => record['IsDeleted'] === true && record['MasterRecordId'] === null)
        .map(({ Id }) => String(Id))
        .toSorted();
      if (binned.length === 0) return null;
      const id = random.pick(binned);
      people.restore(id);
      return `${deed}: contact ${numberOf(id)}`;
    }
    case 'delete a donor for good': {
      people.purge(donor);
      return `${deed}: contact ${numberOf(donor)}`;
    }
    case 'merge two donors': {
      const loser = random.pick(donors.filter((id) => id !== donor));
      const objects = people.read(loser)?.['DoNotCall'] === true;
      people.merge(donor, loser);
      if (objects) people.update(donor, { DoNotCall: true });
      crm.merged.set(numberOf(loser), numberOf(donor));
      return `${deed}: ${numberOf(loser)} into ${numberOf(donor)}`;
    }
  }
}

/** Somebody is quicker by a moment: changes exactly the field that a workstation is about to write. @returns whether there was one */
export function outrunInSalesforce(org: SalesforceStandIn, fresh: () => number, question: Question): boolean {
  const people = new People(org);
  if (question.entity !== people.object || question.action !== 'update' || /DoNotCall/.test(question.body ?? ''))
    return false;
  const record = question.path.split('/').at(-1) ?? '';
  const person = people.all().find(({ Id, RecordId }) => (RecordId ?? Id) === record);
  const [written] = Object.keys(question.parameters);
  const field =
    Object.entries(PERSON_ACCOUNT).find(([, theirs]) => people.isCloud && theirs === written)?.[0] ?? written;
  if (field === undefined || person?.['IsDeleted'] !== false) return false;
  const value = /Phone/.test(field)
    ? `06 32${100_000 + fresh()}`
    : /Email/.test(field)
      ? `sneller${fresh()}@voorbeeld.nl`
      : `Snel ${fresh()}`;
  const isAddress = field === 'MailingCountry' || field === 'npsp__is_Address_Override__c';
  people.update(String(person['Id']), { [isAddress ? 'MailingStreet' : field]: value });
  return true;
}
