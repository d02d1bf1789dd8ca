/** Donors whom a place can recognise by their mailbox, for tests and pictures of what is recognised. */
import type { Store } from '../../db/store.ts';

/** Persons who live and are in the CRM under a first name in full, with one mailbox each; the caller orders and limits. */
export function donorsWithMail({ reader }: Store) {
  return reader
    .selectFrom('donor')
    .innerJoin('donor_email', 'donor_email.donor_id', 'donor.id')
    .select(['donor.id', 'first_name', 'prefix', 'surname', 'email'])
    .where('donor.kind', '=', 'individual')
    .where('surname', '<>', '')
    .where('first_name', '<>', '')
    .where('first_name', 'not like', '%.%')
    .where('is_removed', '=', 0)
    .where('is_deceased', '=', 0)
    .groupBy('donor.id')
    .orderBy('donor.id');
}
