/**
 * The contacts that the contract suite works on: its own, with an external identifier that nobody else uses, so that
 * they can be found and taken away again, also after a run that was broken off.
 */
import { callApi, type CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { CrmFailure } from '../../sync/crm-failure.ts';

const MARK = 'DANKBEL-TEST-';
/** A run that began so long ago is over, whatever became of it. */
const OVER_AFTER_MILLISECONDS = 3_600_000;

export type Row = Readonly<Record<string, unknown>>;

/** Asks, and takes the rows as they are. @throws CrmFailure */
export async function rowsOf(site: CiviCrmSite, entity: string, action: string, params: object): Promise<Row[]> {
  const { values } = await callApi(site, entity, action, params);
  return values.filter((row): row is Row => typeof row === 'object' && row !== null);
}

export class OwnContacts {
  readonly #site: CiviCrmSite;
  readonly #run: string;
  #made = 0;

  constructor(site: CiviCrmSite, startedAt: number) {
    this.#site = site;
    this.#run = `${MARK}${startedAt}-`;
  }

  /** @returns the id of a new contact */
  async make(values: Row = {}): Promise<number> {
    this.#made += 1;
    const [contact] = await rowsOf(this.#site, 'Contact', 'create', {
      values: {
        contact_type: 'Individual',
        first_name: 'Contract',
        last_name: `Toets ${this.#made}`,
        external_identifier: `${this.#run}${this.#made}`,
        ...values,
      },
    });
    return Number(contact?.['id']);
  }

  /** @returns the id of a new e-mail, phone or address */
  async add(entity: 'Email' | 'Phone' | 'Address', contactId: number, values: Row): Promise<number> {
    const [row] = await rowsOf(this.#site, entity, 'create', {
      values: { contact_id: contactId, 'location_type_id:name': 'Home', ...values },
    });
    return Number(row?.['id']);
  }

  /** One row as it is in the CRM now. */
  async read(entity: string, id: number, columns: readonly string[]): Promise<Row> {
    const [row] = await rowsOf(this.#site, entity, 'get', {
      select: columns,
      where: [['id', '=', id], ...(entity === 'Contact' ? [['is_deleted', 'IN', [true, false]]] : [])],
      limit: 1,
    });
    return row ?? {};
  }

  async change(entity: string, id: number, values: Row): Promise<void> {
    await rowsOf(this.#site, entity, 'update', { where: [['id', '=', id]], values });
  }

  /** The calls with one of these contacts. */
  async callsWith(contactId: number, columns: readonly string[] = []): Promise<Row[]> {
    return rowsOf(this.#site, 'Activity', 'get', {
      select: ['id', 'subject', 'details', 'duration', 'status_id:name', 'target_contact_id', ...columns],
      where: [
        ['target_contact_id', '=', contactId],
        ['activity_type_id:name', '=', 'Phone Call'],
      ],
      orderBy: { id: 'ASC' },
      limit: 100,
    });
  }

  /**
   * Takes away what this run made, and what earlier runs left. For good where the user of the key may; else contacts go
   * to the bin, and calls stay cancelled at contacts that nobody sees.
   */
  async removeAll(now: number): Promise<void> {
    const contacts = await rowsOf(this.#site, 'Contact', 'get', {
      select: ['id', 'external_identifier', 'is_deleted'],
      where: [
        ['external_identifier', 'LIKE', `${MARK}%`],
        ['is_deleted', 'IN', [true, false]],
      ],
      orderBy: { id: 'ASC' },
      limit: 500,
    });
    const ids = contacts
      .filter(({ external_identifier: id }) => this.#isOver(String(id), now))
      .map(({ id }) => Number(id));
    if (ids.length === 0) return;
    const calls = await rowsOf(this.#site, 'Activity', 'get', {
      select: ['id'],
      where: [['target_contact_id', 'IN', ids]],
      orderBy: { id: 'ASC' },
      limit: 500,
    });
    for (const { id } of calls) {
      await this.#ifAllowed('Activity', 'update', {
        where: [['id', '=', id]],
        values: { 'status_id:name': 'Cancelled' },
      });
      await this.#ifAllowed('Activity', 'delete', { where: [['id', '=', id]] });
    }
    for (const id of ids) {
      await this.#ifAllowed('Contact', 'update', { where: [['id', '=', id]], values: { is_deleted: true } });
      await this.#ifAllowed('Contact', 'delete', { where: [['id', '=', id]], useTrash: false });
    }
  }

  #isOver(externalId: string, now: number): boolean {
    if (externalId.startsWith(this.#run)) return true;
    return now - Number(externalId.slice(MARK.length).split('-')[0]) > OVER_AFTER_MILLISECONDS;
  }

  async #ifAllowed(entity: string, action: string, params: object): Promise<void> {
    try {
      await callApi(this.#site, entity, action, params);
    } catch (error) {
      if (!(error instanceof CrmFailure) || error.kind === 'unreachable' || error.kind === 'refused') throw error;
    }
  }
}
