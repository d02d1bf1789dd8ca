/** What was done today, one line per attempt, and what the evening brought. */
import { wallClock } from '../../../domain/calendar/day.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { inList } from '../../../db/queries/many.ts';
import type { Attempt } from '../../../db/queries/calls.ts';
import type { Reader } from '../../../db/store.ts';

export interface DoneAttempt {
  readonly attemptId: string;
  readonly at: string;
  readonly time: string;
  readonly name: Sentence;
  readonly outcome: Attempt['outcome'];
  readonly summary: Sentence;
  readonly wasReached: boolean;
  readonly isUndone: boolean;
}

const CORRECTED: ReadonlyMap<string, Sentence> = new Map(
  Object.entries<Sentence>({
    name: { nl: 'Naam gecorrigeerd.', en: 'Name corrected.' },
    address: { nl: 'Adres gecorrigeerd.', en: 'Address corrected.' },
    phone: { nl: 'Telefoon gecorrigeerd.', en: 'Phone corrected.' },
    email: { nl: 'E-mail gecorrigeerd.', en: 'E-mail corrected.' },
  }),
);

/** @param attempts newest first */
export async function summariseAttempts(
  reader: Reader,
  attempts: readonly Attempt[],
  nameOf: (attempt: Attempt) => Sentence,
): Promise<{ readonly done: DoneAttempt[]; readonly corrections: number; readonly followUps: number }> {
  const callItems = attempts.flatMap(({ call_item_id: id, undone_at: undone }) =>
    id === null || undone !== null ? [] : [id],
  );
  const corrections = await reader
    .selectFrom('correction')
    .select(['call_item_id', 'field'])
    .where('call_item_id', 'in', inList(callItems))
    .where('undone_at', 'is', null)
    .execute();
  const { followUps } = await reader
    .selectFrom('follow_up')
    .select((select) => select.fn.countAll<number>().as('followUps'))
    .where('call_item_id', 'in', inList(callItems))
    .where('kind', '<>', 'task')
    // What was taken back is on its way to nobody.
    .where((where) => where.or([where('closed_at', 'is', null), where('answered_at', 'is not', null)]))
    .executeTakeFirstOrThrow();
  const done = attempts.map((attempt) => {
    const fields = corrections.filter((row) => row.call_item_id === attempt.call_item_id).map(({ field }) => field);
    return {
      attemptId: attempt.id,
      at: attempt.at,
      time: wallClock(attempt.at).time,
      name: nameOf(attempt),
      outcome: attempt.outcome,
      summary: sentence((language) =>
        [
          `${OUTCOMES[attempt.outcome].name[language]}.`,
          ...[...new Set(fields)].map((field) => CORRECTED.get(field)?.[language]),
        ].join(' '),
      ),
      wasReached: OUTCOMES[attempt.outcome].result === 'conversation',
      isUndone: attempt.undone_at !== null,
    };
  });
  return { done, corrections: corrections.length, followUps };
}
