/** What happened with a donor before, in a few words each: from the CRM and from here. */
import { wallClock, type CalendarDay, type Instant } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { groupByDonor, inList } from '../../../db/queries/many.ts';
import type { Reader } from '../../../db/store.ts';

export interface PastMoment {
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly text: Sentence;
}

const MOST = 6;

/** The CRM's activity types in words; others are shown by their own name. */
export const TYPES: ReadonlyMap<string, Sentence> = new Map(
  Object.entries<Sentence>({
    Email: { nl: 'E-mail', en: 'E-mail' },
    'Inbound Email': { nl: 'E-mail ontvangen', en: 'E-mail received' },
    'Phone Call': { nl: 'Telefoon', en: 'Phone call' },
    'Print PDF Letter': { nl: 'Brief', en: 'Letter' },
    SMS: { nl: 'Sms', en: 'Text message' },
    Meeting: { nl: 'Afspraak', en: 'Meeting' },
  }),
);

export const CALL_STATUSES: ReadonlyMap<string, Sentence> = new Map(
  Object.entries<Sentence>({
    Completed: { nl: 'Gesprek', en: 'We talked' },
    'Left Message': { nl: 'Voicemail ingesproken', en: 'Voicemail left' },
    Unreachable: { nl: 'Niet bereikt', en: 'Not reached' },
    No_show: { nl: 'Niet bereikt', en: 'Not reached' },
    Scheduled: { nl: 'Belafspraak', en: 'Call planned' },
  }),
);

/** The newest moments of donors up to now, oldest first. What was taken back or cancelled is left out. */
export async function readPast(
  reader: Reader,
  donorIds: readonly number[],
  today: CalendarDay,
): Promise<ReadonlyMap<number, readonly PastMoment[]>> {
  const moments = await reader
    .selectFrom('moment')
    .select(['donor_id', 'day', 'at', 'type_name', 'status_name', 'subject', 'outcome'])
    .where('donor_id', 'in', inList(donorIds))
    .where('day', '<=', today)
    .where('status_name', 'not in', ['Cancelled', 'Not Required'])
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('attempt').select('attempt.id').whereRef('attempt.id', '=', 'moment.operation_id'),
        ),
      ),
    )
    .execute();
  const attempts = await reader
    .selectFrom('attempt')
    .select(['donor_id', 'day', 'at', 'outcome'])
    .where('donor_id', 'in', inList(donorIds))
    .where('undone_at', 'is', null)
    .execute();
  const past = [
    ...moments.map((row) => ({ donor_id: row.donor_id, day: row.day, at: row.at, text: describe(row) })),
    ...attempts.map((row) => ({
      donor_id: row.donor_id,
      day: row.day,
      at: row.at,
      text: withTime(OUTCOMES[row.outcome].name, row.at),
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const grouped = groupByDonor(past, ({ day, at, text }) => ({ day, at, text }));
  return new Map([...grouped].map(([donorId, all]) => [donorId, all.slice(-MOST)]));
}

interface MomentWords {
  readonly type_name: string;
  readonly status_name: string;
  readonly subject: string;
  readonly at: Instant;
}

function describe({ type_name: type, status_name: status, subject, at }: MomentWords): Sentence {
  if (type === 'Phone Call')
    return withTime(CALL_STATUSES.get(status) ?? TYPES.get('Phone Call') ?? { nl: type, en: type }, at);
  const name = TYPES.get(type) ?? { nl: type, en: type };
  // The mark of Dankbel is for machines.
  const words = subject.replace(/\s*\[Dankbel[^\]]*\]$/, '');
  return sentence((language) => (words === '' ? name[language] : `${name[language]}: ${words}`));
}

function withTime(words: Sentence, at: Instant): Sentence {
  const { time } = wallClock(at);
  return sentence((language) => `${words[language]}, ${time}`);
}

/** "10 nov." beside the words, or "E-mail op 10 november" as one sentence. */
export function asSentence({ day, text }: PastMoment, today: CalendarDay): Sentence {
  return sentence(
    (language) => `${text[language]} ${language === 'nl' ? 'op' : 'on'} ${writeDay(day, language, { today })}`,
  );
}
