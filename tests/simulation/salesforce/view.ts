/** What really stands in the stand-in of Salesforce, read from its records. */
import { detailNumber, emailRows, phoneRows } from '../../../sync/crm/salesforce/details.ts';
import { readMailing } from '../../../sync/crm/salesforce/mailing.ts';
import { numberOf } from '../../../sync/crm/salesforce/numbers.ts';
import { contactRow } from '../../../sync/crm/salesforce/rows.ts';
import type { OrgRecord } from '../../salesforce/org-data.ts';
import { People } from '../../salesforce/people.ts';
import type { SalesforceStandIn } from '../../salesforce/stand-in.ts';
import { tableOf } from '../../salesforce/write.ts';
import type { CallInCrm, CrmView, Register, Registers } from '../crm-view.ts';

export class SalesforceView implements CrmView {
  readonly #org: SalesforceStandIn;

  constructor(org: SalesforceStandIn) {
    this.#org = org;
  }

  contacts(): readonly OrgRecord[] {
    return new People(this.#org).all();
  }

  registers(): Registers {
    const registers = new Map<string, Register>();
    for (const record of this.contacts()) {
      const contact = contactRow.parse(record);
      const contactId = numberOf(contact.Id);
      const put = (key: string, value: string): void => void registers.set(key, { contactId, value, masterId: null });
      const parts = [contact.FirstName, contact.MiddleName, contact.LastName];
      put(`name:${contactId}`, parts.map((part) => (part ?? '').trim()).join('|'));
      put(`flag:${contactId}`, contact.DoNotCall === true ? '1' : '0');
      for (const { crmId, value } of phoneRows(contact)) put(`phone:${crmId}`, value);
      for (const { crmId, value } of emailRows(contact)) put(`email:${crmId}`, value.toLowerCase());
      const address = readMailing(contact);
      if (address === null) continue;
      put(`address:${detailNumber(contact.Id, 'Mailing')}`, [address.street, address.postcode, address.town].join('|'));
    }
    return registers;
  }

  living(): ReadonlySet<number> {
    return new Set(this.#living().map(({ Id }) => numberOf(String(Id))));
  }

  existing(): ReadonlySet<number> {
    return new Set(this.contacts().map(({ Id }) => numberOf(String(Id))));
  }

  /** Salesforce's own ids of those who can be worked on. */
  donorIds(): readonly string[] {
    return this.#living()
      .map(({ Id }) => String(Id))
      .toSorted();
  }

  calls(): readonly CallInCrm[] {
    return this.#tasks().flatMap((task) => {
      const subject = String(task['Subject']);
      if (!/\[Dankbel(?:-moment)? /.test(subject)) return [];
      return [
        {
          activityId: numberOf(String(task['Id'])),
          operationId: /([0-9a-f-]{36})\]$/.exec(subject)?.[1] ?? '',
          status: 'Completed',
          contactIds: typeof task['WhoId'] === 'string' ? [numberOf(task['WhoId'])] : [],
        },
      ];
    });
  }

  claims(): readonly string[] {
    return this.#tasks()
      .filter((task) => task['IsClosed'] !== true || task['Dankbel_Claim__c'] !== null)
      .map((task) => String(task['Subject']));
  }

  binnedGifts(): readonly { readonly crmId: number; readonly donorCrmId: number }[] {
    const people = new People(this.#org);
    return Object.values(tableOf(this.#org.state, people.giftObject)).flatMap((gift) =>
      gift['IsDeleted'] === true
        ? [{ crmId: numberOf(String(gift['Id'])), donorCrmId: numberOf(people.giverOf(gift)) }]
        : [],
    );
  }

  close(): void {
    // There is nothing to close.
  }

  #living(): readonly OrgRecord[] {
    return this.contacts().filter((contact) => contact['IsDeleted'] !== true);
  }

  /** What went to the bin with its contact is not there. */
  #tasks(): readonly OrgRecord[] {
    return Object.values(tableOf(this.#org.state, 'Task')).filter((task) => task['IsDeleted'] !== true);
  }
}
