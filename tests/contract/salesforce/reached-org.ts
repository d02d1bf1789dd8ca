/** The organisation that the suite asks, ready before the first test, and what every part of the suite does with it. */
import type {
  Connector,
  CursorPosition,
  OperationAnswer,
  OutgoingOperation,
  PulledRecords,
} from '../../../sync/connector.ts';
import type { ClaimsOfCrm } from '../../../sync/claims/claims-of-crm.ts';
import { createSalesforceConnector } from '../../../sync/crm/salesforce/connector.ts';
import type { SalesforceOrg } from '../../../sync/crm/salesforce/http.ts';
import { sendLosing } from '../operations.ts';
import { OwnContacts, type Kind } from './own-contacts.ts';

export const MAILING = {
  MailingStreet: 'Wilgenhof 41 B',
  MailingPostalCode: '8031 XD',
  MailingCity: 'Zwolle',
  MailingCountry: 'Nederland',
};
/** How we read it. */
export const AS_READ = { street: 'Wilgenhof 41 B', postcode: '8031 XD', town: 'Zwolle', country: 'NL' };

type Records<Entity> = Extract<PulledRecords, { entity: Entity }>['records'][number];

export class ReachedOrg {
  readonly kind: Kind;
  org!: SalesforceOrg;
  own!: OwnContacts;

  constructor(kind: Kind) {
    this.kind = kind;
  }

  async open(reach: () => Promise<SalesforceOrg>): Promise<void> {
    this.org = await reach();
    this.own = new OwnContacts(this.org, this.kind);
  }

  readonly connect = (fetch?: typeof globalThis.fetch): Connector =>
    createSalesforceConnector(fetch === undefined ? this.org : { ...this.org, fetch });

  readonly losing = (operation: OutgoingOperation): Promise<OperationAnswer> =>
    sendLosing(this.connect, ({ method, url }) => method !== 'GET' && !url.includes('/composite'), operation);

  readonly claims = (): ClaimsOfCrm => {
    const { claims } = this.connect();
    if (claims === undefined) throw new Error('the connector of Salesforce has claims');
    return claims;
  };

  readonly pullSince = async <Entity extends 'donors' | 'moments'>(
    entity: Entity,
    from: CursorPosition,
  ): Promise<Records<Entity>[]> => {
    const records: Records<Entity>[] = [];
    const connector = this.connect();
    let position = from;
    for (let isLast = false; !isLast;) {
      const page = await connector.pull(entity, position, 'whole');
      records.push(...(page.pulled.records as Records<Entity>[]));
      ({ position, isLast } = page);
    }
    return records;
  };

  readonly changedSince = async (object: string, id: string): Promise<CursorPosition> => {
    const { SystemModstamp: stamp } = await this.own.read(object, id, ['SystemModstamp']);
    const since = new Date(Date.parse(String(stamp).replace('+0000', 'Z'))).toISOString();
    return { phase: 'changes', since, after: null, deletedSince: null };
  };
}
