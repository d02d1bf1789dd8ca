/** Finds donors by what somebody typed, by indexes only. */
import { sql, type RawBuilder } from 'kysely';
import type { SearchQuestion } from '../../domain/search/search-question.ts';
import type { Reader } from '../store.ts';

/** Comes after every text that begins with the same letters. */
const LAST = '\u{10FFFF}';

/**
 * Ids of donors, best first: those whose number or e-mail address begins so, then those who have all words as they are
 * typed, then those who lack only the end of the last one, which is still being typed, then those who have words that
 * begin so; the newest donors first. Donors in the CRM's bin are left out, and those of whom nothing but facts is held.
 */
export async function searchDonors(
  reader: Reader,
  { words, typedWords, number, email }: SearchQuestion,
  limit: number,
): Promise<readonly number[]> {
  const found = new Set<number>();
  const add = async (query: (most: number) => RawBuilder<{ id: number }>): Promise<void> => {
    if (found.size >= limit) return;
    const { rows } = await query(limit).execute(reader);
    for (const { id } of rows) if (found.size < limit) found.add(id);
  };
  if (number !== null) await add((most) => byNumber(number, most));
  if (email !== null) await add((most) => byEmail(email, most));
  if (words.length > 0) {
    await add((most) => byWords(words.map(whole), most));
    await add((most) => byWords([...words.slice(0, -1).map(whole), ...words.slice(-1).map(beginning)], most));
    if (words.length > 1) await add((most) => byWords(words.map(beginning), most));
    if (found.size === 0 && typedWords.join() !== words.join()) {
      await add((most) => byWords(typedWords.map(beginning), most));
    }
  }
  return [...found];
}

function byNumber(number: string, most: number): RawBuilder<{ id: number }> {
  return sql`
    SELECT DISTINCT donor.id FROM donor_phone JOIN donor ON donor.id = donor_phone.donor_id
     WHERE number >= ${number} AND number < ${number + LAST} AND is_removed = 0
     LIMIT ${most}`;
}

function byEmail(email: string, most: number): RawBuilder<{ id: number }> {
  return sql`
    SELECT DISTINCT donor.id FROM donor_email JOIN donor ON donor.id = donor_email.donor_id
     WHERE email COLLATE NOCASE >= ${email} AND email COLLATE NOCASE < ${email + LAST} AND is_removed = 0
     LIMIT ${most}`;
}

const whole = (word: string): string => `"${word}"`;
const beginning = (word: string): string => `"${word}"*`;

/** The join goes from the index to the donors, in the order of the index: it stops as soon as there are enough. */
function byWords(match: readonly string[], most: number): RawBuilder<{ id: number }> {
  return sql`
    SELECT donor.id FROM donor_search CROSS JOIN donor ON donor.id = donor_search.rowid
     WHERE donor_search MATCH ${match.join(' ')} AND donor.is_removed = 0 AND donor.slice <> 'outside'
     ORDER BY donor_search.rowid DESC LIMIT ${most}`;
}
