import { createHash } from 'node:crypto';

/** The `hash` of a contact that was filled in: it only has to be different, and the same fill gives the same one. */
export function contactHash(contactId: number): string {
  return createHash('sha256').update(`contact ${contactId}`).digest('hex').slice(0, 32);
}
