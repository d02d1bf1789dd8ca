/** Every contact with a donor, from every channel, newest first: from the CRM and from here, each once. */
import type { DonorPage, TimelineChannel } from '../../../contract/procedures/donor-page.ts';
import { dayOfInstant, wallClock, type CalendarDay, type Instant } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import type { FollowUpKind } from '../../../domain/operation.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import {
  readAttemptsWith,
  readFollowUpsWith,
  readMomentsOf,
  type AttemptWith,
  type MomentOfDonor,
} from '../../../db/queries/donor-page.ts';
import type { Reader } from '../../../db/store.ts';
import { CALL_STATUSES, TYPES } from '../views/past-view.ts';

type Entry = DonorPage['timeline'][number];

const CHANNELS: ReadonlyMap<string, TimelineChannel> = new Map(
  Object.entries<TimelineChannel>({
    Email: 'email',
    'Bulk Email': 'email',
    'Inbound Email': 'email',
    'Phone Call': 'phone',
    'Print PDF Letter': 'post',
    SMS: 'text',
    'Mass SMS': 'text',
    'Inbound SMS': 'text',
    Meeting: 'visit',
    'Follow up': 'note',
  }),
);

const KINDS: Readonly<Record<FollowUpKind, Sentence>> = {
  question: { nl: 'Vraag', en: 'Question' },
  complaint: { nl: 'Klacht', en: 'Complaint' },
  idea: { nl: 'Idee', en: 'Idea' },
  task: { nl: 'Taak', en: 'Task' },
};

/** What Dankbel puts behind a subject for itself. */
const MARK = /\s*\[Dankbel[^\]]*\]/g;

export async function viewTimeline(reader: Reader, donorId: number, today: CalendarDay): Promise<Entry[]> {
  const moments = (await readMomentsOf(reader, donorId)).map((moment) => viewMoment(moment, today));
  const attempts = (await readAttemptsWith(reader, donorId)).map((attempt) => viewAttempt(attempt, today));
  const followUps = (await readFollowUpsWith(reader, donorId)).map((followUp) => ({
    key: `follow-up-${followUp.id}`,
    at: followUp.at,
    ...dated(followUp.at, today),
    channel: 'note' as const,
    isIncoming: true,
    title: sentence((language) =>
      followUp.closed_at === null
        ? `${KINDS[followUp.kind][language]}, ${language === 'nl' ? 'nog open' : 'still open'}`
        : KINDS[followUp.kind][language],
    ),
    text: followUp.answer === null ? followUp.text : `${followUp.text}\n→ ${followUp.answer}`,
    by: followUp.name,
    emotion: null,
    // Closed by nobody: it was taken back in the call itself.
    isTakenBack: followUp.closed_at !== null && followUp.answered_by === null,
  }));
  return [...moments, ...attempts, ...followUps]
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.key.localeCompare(b.key)))
    .map(({ at: _at, ...entry }) => entry);
}

type Dated = Entry & { readonly at: Instant };

function viewMoment(moment: MomentOfDonor, today: CalendarDay): Dated {
  const { type_name: type, status_name: status, at, outcome, programme } = moment;
  const subject = moment.subject.replaceAll(MARK, '');
  const words = (type === 'Phone Call' ? CALL_STATUSES.get(status) : undefined) ??
    TYPES.get(type) ?? { nl: type, en: type };
  const name = outcome === null ? words : OUTCOMES[outcome].name;
  const about = programme === null ? null : PROGRAMMES[programme].name;
  return {
    key: `moment-${moment.id}`,
    at,
    ...dated(at, today),
    channel: CHANNELS.get(type) ?? 'other',
    isIncoming: type.startsWith('Inbound'),
    title: sentence((language) => (about === null ? name[language] : `${name[language]}, ${about[language]}`)),
    text: outcome === null ? subject : '',
    by: moment.person ?? moment.colleague,
    emotion: null,
    isTakenBack: status === 'Cancelled',
  };
}

function viewAttempt(attempt: AttemptWith, today: CalendarDay): Dated {
  const { outcome, programme, at, notes, emotion, name, undone_at: undoneAt } = attempt;
  return {
    key: `attempt-${attempt.id}`,
    at,
    ...dated(at, today),
    channel: 'phone',
    isIncoming: false,
    title: sentence((language) => `${OUTCOMES[outcome].name[language]}, ${PROGRAMMES[programme].name[language]}`),
    text: notes,
    by: name,
    emotion,
    isTakenBack: undoneAt !== null,
  };
}

function dated(at: Instant, today: CalendarDay): Pick<Entry, 'day' | 'dayText' | 'time'> {
  const day = dayOfInstant(at);
  return {
    day,
    dayText: sentence((language) => writeDay(day, language, { today, style: 'short' })),
    time: wallClock(at).time,
  };
}
