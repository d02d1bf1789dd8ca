/** The contacts that the suite works on: its own, in a household of their own, taken away again at the end. */
import { ask, type SalesforceOrg } from '../../../sync/crm/salesforce/http.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { numberOf } from '../../../sync/crm/salesforce/numbers.ts';
import { query, type Row } from '../../../sync/crm/salesforce/query.ts';
import { names, soql } from '../../../sync/crm/salesforce/soql.ts';

export interface OwnContact {
  readonly id: string;
  readonly crmId: number;
}

export class OwnContacts {
  readonly #org: SalesforceOrg;
  readonly #made: { readonly object: string; readonly id: string }[] = [];

  constructor(org: SalesforceOrg) {
    this.#org = org;
  }

  async add(object: string, values: Row): Promise<string> {
    const { json } = await ask(this.#org, {
      method: 'POST',
      path: `/sobjects/${object}`,
      body: values,
      purpose: 'push',
    });
    const { id } = json as { id: string };
    this.#made.push({ object, id });
    return id;
  }

  async make(values: Row = {}): Promise<OwnContact> {
    const last = `Toets ${this.#made.length + 1} DANKBEL-TEST`;
    const id = await this.add('Contact', { FirstName: 'Contract', LastName: last, ...values });
    await this.#org.numbers.keep('contact', [id]);
    return { id, crmId: numberOf(id) };
  }

  async read(object: string, id: string, columns: readonly string[]): Promise<Row> {
    const question = soql`SELECT ${names(...columns)} FROM ${names(object)} WHERE Id = ${id}`;
    return (await query(this.#org, question, { purpose: 'push', all: true }))[0] ?? {};
  }

  async change(object: string, id: string, values: Row): Promise<void> {
    await ask(this.#org, { method: 'PATCH', path: `/sobjects/${object}/${id}`, body: values, purpose: 'push' });
  }

  async remove(object: string, id: string): Promise<void> {
    await ask(this.#org, { method: 'DELETE', path: `/sobjects/${object}/${id}`, purpose: 'push' });
  }

  /** The tasks of a contact, oldest first. */
  async tasksOf(id: string, columns: readonly string[] = []): Promise<readonly Row[]> {
    const select = names(
      'Id',
      'Subject',
      'Status',
      'Description',
      'TaskSubtype',
      'IsClosed',
      'Dankbel_Id__c',
      ...columns,
    );
    const question = soql`SELECT ${select} FROM Task WHERE WhoId = ${id} AND IsDeleted = false ORDER BY CreatedDate`;
    return query(this.#org, question, { purpose: 'push', all: true });
  }

  async removeAll(): Promise<void> {
    for (const { object, id } of this.#made.splice(0).toReversed()) {
      await this.remove(object, id).catch((error: unknown) => {
        if (!(error instanceof CrmFailure)) throw error;
      });
    }
  }
}
