/** What is known of the connection without asking the CRM anything. */
import type { ApiBudget } from '../../../sync/connector.ts';
import { readPeople } from '../../../db/queries/people.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import { readAuthority } from '../../../sync/crm/civicrm/own-authority.ts';
import type { OutputOf } from '../../../contract/index.ts';
import type { Handler } from '../dispatcher.ts';
import { CONNECTION, IS_PRACTICE, type Connection } from '../profile-settings.ts';
import { PRODUCTION, SANDBOX } from '../salesforce/login-address.ts';

type View = OutputOf<'connection.get'>;
type Connected = NonNullable<View['connected']>;

export const getConnection: Handler<'connection.get'> = async ({ store, sync, signIn, policy }) => {
  const { reader } = store;
  const connection = await readSetting(reader, CONNECTION);
  const user = (await readPeople(reader)).find(({ crmId }) => crmId === connection?.contactId);
  return {
    connected: connection === null ? null : { ...viewOf(connection), user: user?.name ?? null },
    signIn: signIn.state(),
    asked: signIn.asked(),
    budget: viewBudget(sync.budget()),
    onlyHost: policy.crmHost ?? null,
    isPractice: (await readSetting(reader, IS_PRACTICE)) ?? false,
  };
};

function viewOf(connection: Connection): Omit<Connected, 'user'> {
  const { kind, address, organisation, since = null } = connection;
  const common = { kind, address, organisation, since };
  if (kind === 'salesforce') return { ...common, authority: null, app: appOf(connection) };
  const known = connection.authority === undefined ? null : readAuthority(connection.authority);
  const authority = known === null ? null : { subject: known.subject, validUntil: known.validUntil };
  return { ...common, authority, app: null };
}

function appOf({ clientId, loginUrl }: Extract<Connection, { kind: 'salesforce' }>): NonNullable<Connected['app']> {
  if (loginUrl === PRODUCTION) return { clientId, place: 'production', address: '' };
  if (loginUrl === SANDBOX) return { clientId, place: 'sandbox', address: '' };
  return { clientId, place: 'own', address: loginUrl };
}

function viewBudget(budget: ApiBudget | null): View['budget'] {
  if (budget === null || budget.most === 0) return null;
  return budget;
}
