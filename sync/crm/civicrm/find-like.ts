/** Contacts that could be somebody whom another place knows: four small questions, whose answers are judged elsewhere. */
import { z } from 'zod';
import { postcodeNotations } from '../../../domain/postal-address.ts';
import type { Likeness } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { idSchema, readRows } from './rows.ts';

/** Somebody's e-mail can be that of a whole office; more are of no use to whoever has to choose. */
const MOST = 200;

const contactRow = z.object({ id: z.int() });
const detailRow = z.object({ id: z.int(), contact_id: idSchema });

export async function findLike(site: CiviCrmSite, people: readonly Likeness[]): Promise<readonly number[]> {
  const externalIds = people.flatMap((person) => person.externalIds);
  const emails = people.flatMap(({ email }) => email ?? []);
  const numbers = people.flatMap(({ number }) => (number === null ? [] : digitsOf(number)));
  const found = [
    ...(await contacts(site, externalIds)),
    ...(await details(site, 'Email', emails, [['email', 'IN', emails]])),
    ...(await details(site, 'Phone', numbers, [['phone_numeric', 'IN', numbers]])),
  ];
  for (const { lastName, postcode } of people) {
    if (lastName === '' || postcode === null) continue;
    const spaced = postcodeNotations(postcode);
    found.push(
      ...(await details(site, 'Address', spaced, [
        ['postal_code', 'IN', spaced],
        ['contact_id.last_name', '=', lastName],
      ])),
    );
  }
  return [...new Set(found)];
}

async function contacts(site: CiviCrmSite, externalIds: readonly string[]): Promise<readonly number[]> {
  if (externalIds.length === 0) return [];
  const { values } = await callApi(site, 'Contact', 'get', {
    select: ['id'],
    where: [['external_identifier', 'IN', externalIds]],
    limit: MOST,
  });
  return readRows(contactRow, values).read.map(({ id }) => id);
}

async function details(
  site: CiviCrmSite,
  entity: 'Email' | 'Phone' | 'Address',
  values: readonly string[],
  where: readonly unknown[],
): Promise<readonly number[]> {
  if (values.length === 0) return [];
  try {
    const answer = await callApi(site, entity, 'get', {
      select: ['id', 'contact_id'],
      where: [...where, ['contact_id.is_deleted', '=', false]],
      orderBy: { id: 'ASC' },
      limit: MOST,
    });
    return readRows(detailRow, answer.values).read.map(({ contact_id: contactId }) => contactId);
  } catch (error) {
    // A key that may not see one of them sees the others.
    if (error instanceof CrmFailure && error.kind === 'forbidden') return [];
    throw error;
  }
}

/** As people write it, and as machines do: CiviCRM keeps the digits of either. */
function digitsOf(number: string): readonly string[] {
  const digits = number.replaceAll(/\D/g, '');
  return digits.startsWith('31') ? [digits, `0${digits.slice(2)}`, `00${digits}`] : [digits, `00${digits}`];
}
