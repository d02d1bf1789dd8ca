/** The contacts that the suite works on: its own, in a household of their own, taken away again at the end. */
import { ask, type SalesforceOrg } from '../../../sync/crm/salesforce/http.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { numberOf } from '../../../sync/crm/salesforce/numbers.ts';
import { query, type Row } from '../../../sync/crm/salesforce/query.ts';
import { names, soql } from '../../../sync/crm/salesforce/soql.ts';
import { PERSON_ACCOUNT } from '../../salesforce/people.ts';

export interface OwnContact {
  readonly id: string;
  readonly crmId: number;
}

export type Kind = 'npsp' | 'nonprofit-cloud';

/** People by the names of a contact, whatever the organisation keeps them as. */
export class OwnContacts {
  readonly #org: SalesforceOrg;
  readonly #kind: Kind;
  readonly #made: { readonly object: string; readonly id: string }[] = [];

  constructor(org: SalesforceOrg, kind: Kind) {
    this.#org = org;
    this.#kind = kind;
  }

  async add(object: string, values: Row): Promise<string> {
    const { json } = await ask(this.#org, {
      method: 'POST',
      path: `/sobjects/${object}`,
      body: values,
      purpose: 'now',
    });
    const { id } = json as { id: string };
    this.#made.push({ object, id });
    return id;
  }

  async make(values: Row = {}): Promise<OwnContact> {
    const last = `Toets ${this.#made.length + 1} DANKBEL-TEST`;
    const given = { FirstName: 'Contract', LastName: last, ...values };
    let id: string;
    if (this.#kind === 'npsp') id = await this.add('Contact', given);
    else {
      const account = await this.add('Account', this.#written(given));
      id = String((await this.#readWhere('Account', 'Id', account, ['PersonContactId']))['PersonContactId']);
    }
    await this.#org.numbers.keep('contact', [id]);
    return { id, crmId: numberOf(id) };
  }

  async read(object: string, id: string, columns: readonly string[]): Promise<Row> {
    if (object !== 'Contact' || this.#kind === 'npsp') return this.#readWhere(object, 'Id', id, columns);
    const theirs = columns.map((name) => PERSON_ACCOUNT[name] ?? name);
    const row = await this.#readWhere('Account', 'PersonContactId', id, theirs);
    return Object.fromEntries(columns.map((name) => [name, row[PERSON_ACCOUNT[name] ?? name]]));
  }

  async change(object: string, id: string, values: Row): Promise<void> {
    const { path, body } = await this.#recordOf(object, id, values);
    await ask(this.#org, { method: 'PATCH', path, body, purpose: 'now' });
  }

  async remove(object: string, id: string): Promise<void> {
    const { path } = await this.#recordOf(object, id, {});
    await ask(this.#org, { method: 'DELETE', path, purpose: 'now' });
  }

  /** The record that holds a person; her account, where that is hers. */
  async recordOf(id: string): Promise<string> {
    if (this.#kind === 'npsp') return id;
    return String((await this.#readWhere('Account', 'PersonContactId', id, ['Id']))['Id']);
  }

  async #recordOf(object: string, id: string, values: Row): Promise<{ path: `/${string}`; body: Row }> {
    if (object !== 'Contact' || this.#kind === 'npsp') return { path: `/sobjects/${object}/${id}`, body: values };
    return { path: `/sobjects/Account/${await this.recordOf(id)}`, body: this.#written(values) };
  }

  #written(values: Row): Row {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [PERSON_ACCOUNT[name] ?? name, value]));
  }

  async #readWhere(object: string, field: string, id: string, columns: readonly string[]): Promise<Row> {
    const question = soql`SELECT ${names(...columns)} FROM ${names(object)} WHERE ${names(field)} = ${id}`;
    return (await query(this.#org, question, { purpose: 'now', all: true }))[0] ?? {};
  }

  /** A contact that the connector made is ours as well. */
  async adopt(crmId: number): Promise<void> {
    const id = await this.#idOf(crmId);
    if (!this.#made.some((each) => each.id === id)) this.#made.push({ object: 'Contact', id });
  }

  async readNumbered(crmId: number, columns: readonly string[]): Promise<Row> {
    return this.read('Contact', await this.#idOf(crmId), columns);
  }

  async removeNumbered(crmId: number): Promise<void> {
    await this.remove('Contact', await this.#idOf(crmId));
  }

  async #idOf(crmId: number): Promise<string> {
    const id = (await this.#org.numbers.idsOf('contact', [crmId])).get(crmId);
    if (id === undefined) throw new Error(`nobody has the number ${crmId}`);
    return id;
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
    return query(this.#org, question, { purpose: 'now', all: true });
  }

  async removeAll(): Promise<void> {
    for (const { object, id } of this.#made.splice(0).toReversed()) {
      await this.remove(object, id).catch((error: unknown) => {
        if (!(error instanceof CrmFailure)) throw error;
      });
    }
  }
}
