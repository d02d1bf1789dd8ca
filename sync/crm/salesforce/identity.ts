/** Who signed in, and at which organisation, asked before anything else is believed. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CrmIdentity } from '../../connector.ts';
import { odd, otherOrganisation, signInAgain } from './failures.ts';
import { ask, type SalesforceOrg } from './http.ts';
import { numberOf } from './numbers.ts';
import { query } from './query.ts';
import { idSchema } from './rows.ts';
import { soql } from './soql.ts';

const userSchema = z.object({
  user_id: idSchema,
  organization_id: idSchema,
  name: z.string().max(500).nullish(),
  active: z.boolean().nullish(),
});
const organisationSchema = z.object({ Name: z.string().max(500) });

/** @throws CrmFailure when nobody knows who we are, or when it is another organisation than the one that we know */
export async function identify(org: SalesforceOrg): Promise<CrmIdentity> {
  const { json } = await ask(org, { method: 'GET', path: '/services/oauth2/userinfo', purpose: 'now' });
  const user = userSchema.safeParse(json);
  if (!user.success) throw odd();
  const { user_id: userId, organization_id: organisationId, name, active } = user.data;
  if (active === false) throw signInAgain();
  const [row] = await query(org, soql`SELECT Id, Name FROM Organization`, { purpose: 'now' });
  const organisation = organisationSchema.safeParse(row).data?.Name ?? '';
  const organisationMark = { contactId: numberOf(organisationId), hash: markOf(organisationId) };
  const { known } = org;
  const isOther = known !== undefined && (known.hash ?? organisationMark.hash) !== organisationMark.hash;
  if (isOther) throw otherOrganisation(known.name, organisation);
  await org.numbers.keep('user', [userId]);
  return {
    contactId: numberOf(userId),
    name: name ?? '',
    organisation,
    organisationMark,
    address: (await org.tokens.read()).instanceUrl,
    isPractice: false,
  };
}

/** Fifteen characters say which organisation it is; the API gives eighteen of them or not. */
function markOf(organisationId: string): string {
  return createHash('sha256').update(organisationId.slice(0, 15)).digest('hex').slice(0, 32);
}
