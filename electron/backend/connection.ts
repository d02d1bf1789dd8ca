/** The connection of a profile, as the connector needs it. */
import { z } from 'zod';
import { readSetting, type Setting } from '../../db/queries/settings.ts';
import type { Reader } from '../../db/store.ts';
import { STATUS_USES, type StatusMapping } from '../../sync/crm/civicrm/call-statuses.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { fetchTrusting } from '../../sync/crm/civicrm/own-authority.ts';
import { CONNECTION } from './profile-settings.ts';

/** Statuses of the site where it has other names than usual; chosen by a coordinator. */
export const STATUSES: Setting<StatusMapping> = {
  key: 'connection.statuses',
  schema: z.partialRecord(z.enum(STATUS_USES), z.string()),
};

/** The CiviCRM that this profile is connected to; null without one. */
export async function readSite(reader: Reader): Promise<CiviCrmSite | null> {
  const connection = await readSetting(reader, CONNECTION);
  if (connection?.kind !== 'civicrm') return null;
  const { address, apiKey, authority, organisation, organisationMark } = connection;
  return {
    address,
    apiKey,
    ...(authority === undefined ? {} : { fetch: fetchTrusting(authority) }),
    statuses: (await readSetting(reader, STATUSES)) ?? {},
    ...(organisationMark === undefined ? {} : { known: { name: organisation, ...organisationMark } }),
  };
}
