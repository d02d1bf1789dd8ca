/** People who work in Salesforce itself, past every workstation. */
import { emailRows, phoneRows } from '../../../sync/crm/salesforce/details.ts';
import { numberOf } from '../../../sync/crm/salesforce/numbers.ts';
import { contactRow, type ContactRow } from '../../../sync/crm/salesforce/rows.ts';
import type { SalesforceStandIn } from '../../salesforce/stand-in.ts';
import {
  createRecord,
  deleteRecord,
  mergeContacts,
  purgeRecord,
  tableOf,
  undeleteRecord,
  updateRecord,
} from '../../salesforce/write.ts';
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
  const contact = contactRow.parse(tableOf(org.state, 'Contact')[donor]);
  const update = (values: Readonly<Record<string, unknown>>): string => {
    updateRecord(org.admin(), 'Contact', donor, values);
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
      return update({ OtherPhone: `06 31${100_000 + fresh()}` });
    case 'remove a phone': {
      const rows = phoneRows(contact);
      if (rows.length === 0) return null;
      return update(Object.fromEntries(random.pick(rows).columns.map((column) => [column, null])));
    }
    case 'set do-not-phone':
    case 'clear do-not-phone':
      return update({ DoNotCall: deed === 'set do-not-phone' });
    case 'add a gift':
      addGift(org, contact, 10 + random.whole(0, 90), org.admin().now);
      return `${deed}: contact ${numberOf(donor)}`;
    case 'reverse a gift': {
      const gifts = Object.values(tableOf(org.state, 'Opportunity')).filter(
        (gift) => gift['npsp__Primary_Contact__c'] === donor && gift['IsDeleted'] !== true,
      );
      if (gifts.length === 0) return null;
      createRecord(org.admin(), 'npe01__OppPayment__c', {
        npe01__Opportunity__c: random.pick(gifts)['Id'],
        npe01__Payment_Amount__c: -10,
        npe01__Paid__c: true,
        npsp__DebitType__c: 'Chargeback',
      });
      return `${deed}: contact ${numberOf(donor)}`;
    }
    case 'bin a donor':
      deleteRecord(org.admin(), 'Contact', donor);
      return `${deed}: contact ${numberOf(donor)}`;
    case 'take out of the bin': {
      const binned = view
        .contacts()
        .filter((record) => record['IsDeleted'] === true && record['MasterRecordId'] === null)
        .map(({ Id }) => String(Id))
        .toSorted();
      if (binned.length === 0) return null;
      const id = random.pick(binned);
      undeleteRecord(org.admin(), 'Contact', id);
      return `${deed}: contact ${numberOf(id)}`;
    }
    case 'delete a donor for good': {
      const writing = org.admin();
      deleteRecord(writing, 'Contact', donor);
      for (const task of Object.values(tableOf(org.state, 'Task'))) {
        if (task['WhoId'] === donor) purgeRecord(writing, 'Task', String(task['Id']));
      }
      for (const gift of Object.values(tableOf(org.state, 'Opportunity'))) {
        if (gift['npsp__Primary_Contact__c'] === donor) purgeRecord(writing, 'Opportunity', String(gift['Id']));
      }
      purgeRecord(writing, 'Contact', donor);
      return `${deed}: contact ${numberOf(donor)}`;
    }
    case 'merge two donors': {
      const loser = random.pick(donors.filter((id) => id !== donor));
      const objects = tableOf(org.state, 'Contact')[loser]?.['DoNotCall'] === true;
      mergeContacts(org.admin(), donor, loser);
      if (objects) updateRecord(org.admin(), 'Contact', donor, { DoNotCall: true });
      crm.merged.set(numberOf(loser), numberOf(donor));
      return `${deed}: ${numberOf(loser)} into ${numberOf(donor)}`;
    }
  }
}

export function addGift(org: SalesforceStandIn, contact: ContactRow, amount: number, at: Date): void {
  createRecord(org.admin(), 'Opportunity', {
    Name: `Gift ${amount}`,
    AccountId: contact.AccountId ?? null,
    npsp__Primary_Contact__c: contact.Id,
    Amount: amount,
    CloseDate: at.toISOString().slice(0, 10),
    StageName: 'Closed Won',
  });
}

/** Somebody is quicker by a moment: changes exactly the field that a workstation is about to write. @returns whether there was one */
export function outrunInSalesforce(org: SalesforceStandIn, fresh: () => number, question: Question): boolean {
  if (question.entity !== 'Contact' || question.action !== 'update' || 'DoNotCall' in question.parameters) return false;
  const id = question.path.split('/').at(-1) ?? '';
  const [field] = Object.keys(question.parameters);
  if (field === undefined || tableOf(org.state, 'Contact')[id]?.['IsDeleted'] !== false) return false;
  const value = /Phone/.test(field)
    ? `06 32${100_000 + fresh()}`
    : /Email/.test(field)
      ? `sneller${fresh()}@voorbeeld.nl`
      : `Snel ${fresh()}`;
  const written = field === 'MailingCountry' || field === 'npsp__is_Address_Override__c' ? 'MailingStreet' : field;
  updateRecord(org.admin(), 'Contact', id, { [written]: value });
  return true;
}
