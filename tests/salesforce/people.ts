/** People and what they gave, in the stand-in's own records, whichever shape the organisation has; by the names that NPSP's contacts have. */
import type { OrgRecord } from './org-data.ts';
import { addRecord, type SalesforceStandIn } from './stand-in.ts';
import {
  createRecord,
  deleteRecord,
  mergeAccounts,
  mergeContacts,
  purgeRecord,
  tableOf,
  undeleteRecord,
  updateRecord,
} from './write.ts';

/** Written out by hand: the connector has a list of its own. */
export const PERSON_ACCOUNT: Readonly<Record<string, string>> = {
  Name: 'Name',
  Salutation: 'Salutation',
  FirstName: 'FirstName',
  MiddleName: 'MiddleName',
  LastName: 'LastName',
  Phone: 'Phone',
  MobilePhone: 'PersonMobilePhone',
  HomePhone: 'PersonHomePhone',
  Email: 'PersonEmail',
  DoNotCall: 'PersonDoNotCall',
  HasOptedOutOfEmail: 'PersonHasOptedOutOfEmail',
  MailingStreet: 'PersonMailingStreet',
  MailingPostalCode: 'PersonMailingPostalCode',
  MailingCity: 'PersonMailingCity',
  MailingCountry: 'PersonMailingCountry',
  MailingCountryCode: 'PersonMailingCountryCode',
  IsDeleted: 'IsDeleted',
  MasterRecordId: 'MasterRecordId',
  LastModifiedDate: 'LastModifiedDate',
  SystemModstamp: 'SystemModstamp',
};

type Values = Readonly<Record<string, unknown>>;

export class People {
  readonly #org: SalesforceStandIn;

  constructor(org: SalesforceStandIn) {
    this.#org = org;
  }

  get isCloud(): boolean {
    const { options } = this.#org.admin();
    return options.hasNpsp === false && options.hasNonprofitCloud === true;
  }

  get hasPeople(): boolean {
    return !this.isCloud || this.#org.admin().options.hasPersonAccounts !== false;
  }

  get hasGifts(): boolean {
    return this.hasPeople && (this.isCloud || this.#org.admin().options.hasNpsp !== false);
  }

  get object(): 'Account' | 'Contact' {
    return this.isCloud ? 'Account' : 'Contact';
  }

  /** @returns the id of the contact */
  add(values: Values): string {
    const id = addRecord(this.#org, this.object, this.written(values));
    return this.isCloud ? String(tableOf(this.#org.state, 'Account')[id]?.['PersonContactId']) : id;
  }

  /** Everybody, the bin included, by the names of a contact. */
  all(): readonly OrgRecord[] {
    const rows = Object.values(tableOf(this.#org.state, this.object));
    if (!this.isCloud) return rows;
    return rows
      .filter((row) => row['IsPersonAccount'] === true)
      .map((row) => ({
        ...Object.fromEntries(Object.entries(PERSON_ACCOUNT).map(([ours, theirs]) => [ours, row[theirs] ?? null])),
        Id: row['PersonContactId'] ?? null,
        RecordId: row['Id'] ?? null,
      }));
  }

  read(id: string): OrgRecord | undefined {
    return this.all().find((row) => row['Id'] === id);
  }

  update(id: string, values: Values): void {
    updateRecord(this.#org.admin(), this.object, this.record(id), this.written(values));
  }

  remove(id: string): void {
    deleteRecord(this.#org.admin(), this.object, this.record(id));
  }

  restore(id: string): void {
    undeleteRecord(this.#org.admin(), this.object, this.record(id));
  }

  /** Past the bin, with all that is about them. */
  purge(id: string): void {
    const writing = this.#org.admin();
    const record = this.record(id);
    const gifts = this.giftsOf(id);
    deleteRecord(writing, this.object, record);
    for (const task of Object.values(tableOf(this.#org.state, 'Task'))) {
      if (task['WhoId'] === id) purgeRecord(writing, 'Task', String(task['Id']));
    }
    for (const gift of gifts) purgeRecord(writing, this.giftObject, String(gift['Id']));
    purgeRecord(writing, this.object, record);
    if (this.isCloud) purgeRecord(writing, 'Contact', id);
  }

  merge(winner: string, loser: string): void {
    const merge = this.isCloud ? mergeAccounts : mergeContacts;
    merge(this.#org.admin(), this.record(winner), this.record(loser));
  }

  get giftObject(): 'GiftTransaction' | 'Opportunity' {
    return this.isCloud ? 'GiftTransaction' : 'Opportunity';
  }

  /** Those that are not in the bin. */
  giftsOf(id: string): readonly OrgRecord[] {
    const column = this.isCloud ? 'DonorId' : 'npsp__Primary_Contact__c';
    const owner = this.isCloud ? this.record(id) : id;
    return Object.values(tableOf(this.#org.state, this.giftObject)).filter(
      (gift) => gift[column] === owner && gift['IsDeleted'] !== true,
    );
  }

  /** The contact whose gift it is. */
  giverOf(gift: OrgRecord): string {
    if (!this.isCloud) return String(gift['npsp__Primary_Contact__c']);
    return String(tableOf(this.#org.state, 'Account')[String(gift['DonorId'])]?.['PersonContactId']);
  }

  addGift(id: string, amount: number, day: string): string {
    if (this.isCloud) {
      const values = { DonorId: this.record(id), OriginalAmount: amount, Status: 'Paid', TransactionDate: day };
      return createRecord(this.#org.admin(), 'GiftTransaction', values);
    }
    return createRecord(this.#org.admin(), 'Opportunity', {
      Name: `Gift ${amount}`,
      AccountId: this.read(id)?.['AccountId'] ?? null,
      npsp__Primary_Contact__c: id,
      Amount: amount,
      CloseDate: day,
      StageName: 'Closed Won',
    });
  }

  reverseGift(giftId: string): void {
    if (this.isCloud) {
      updateRecord(this.#org.admin(), 'GiftTransaction', giftId, { Status: 'Fully Refunded' });
      return;
    }
    createRecord(this.#org.admin(), 'npe01__OppPayment__c', {
      npe01__Opportunity__c: giftId,
      npe01__Payment_Amount__c: -10,
      npe01__Paid__c: true,
      npsp__DebitType__c: 'Chargeback',
    });
  }

  /** The id of the record that holds them. */
  record(id: string): string {
    if (!this.isCloud) return id;
    const rows = Object.values(tableOf(this.#org.state, 'Account'));
    return String(rows.find((row) => row['PersonContactId'] === id)?.['Id']);
  }

  written(values: Values): Values {
    if (!this.isCloud) return values;
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [PERSON_ACCOUNT[name] ?? name, value]));
  }
}
