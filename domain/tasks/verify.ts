/** `verify`: details that are doubtful, always until somebody has looked at them. Never shows what a donor gave. */
import type { CalendarDay } from '../calendar/day.ts';
import { addMonths } from '../calendar/years.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { DonorDetails } from '../donor-details.ts';
import { doubtAboutAddress, doubtAboutEmail, doubtAboutName, doubtAboutPhone } from '../doubt.ts';
import { sentence, type Sentence } from '../language.ts';
import { switchedOn } from '../programmes/condition.ts';
import { VERIFY_FIELDS } from './verify-fields.ts';
import {
  decideTask,
  stopsAll,
  suppressedBy,
  type TaskJudgement,
  type TaskProgramme,
  type TaskQuestion,
} from './task.ts';

/** What is looked at besides the facts of the calling lists. */
export interface VerifyFacts {
  readonly details: DonorDetails;
  /** E-mail addresses to which mail came back. */
  readonly emailsOnHold: readonly string[];
  /** A correction that the CRM contradicts, and nobody settled yet. */
  readonly hasConflict: boolean;
  /** The last day on which somebody went through the details with the donor; null when never. */
  readonly verifiedDay: CalendarDay | null;
  /** Marks of doubts that somebody looked at: they come back when the detail changes. Absent: none. */
  readonly seen?: ReadonlySet<string>;
}

export interface VerifyQuestion extends TaskQuestion {
  readonly verify: VerifyFacts;
  /** The details are checked in the call of today instead. */
  readonly isOnCallingList: boolean;
}

export const verify: TaskProgramme<VerifyQuestion> = {
  id: 'verify',
  name: { nl: 'gegevens nakijken', en: 'verify details' },
  purpose: { nl: 'Twijfelachtige gegevens nakijken.', en: 'Look into doubtful details.' },
  fields: VERIFY_FIELDS,
  judge: judgeVerify,
};

const DOUBTS = { nl: 'twijfels over de gegevens', en: 'doubts about the details' };
const REASON: Sentence = { nl: 'De gegevens roepen een vraag op.', en: 'The details raise a question.' };

function judgeVerify(question: VerifyQuestion): TaskJudgement {
  const { today, donor, settings } = question;
  const doubts = doubtsOf(question);
  const record = { kind: 'donor', id: donor.donorId } as const;
  const conditions = [
    switchedOn(settings.verify.isOn, 'verify.isOn'),
    { name: DOUBTS, holds: doubts.length > 0, value: doubts.length, kind: 'count', record } as const,
  ];
  return decideTask(
    conditions,
    () => ({
      programme: 'verify',
      kind: 'verify-details',
      lane: 'verifier',
      priority: 80,
      occasion: today,
      from: today,
      until: null,
      due: today,
      amount: 0,
      reason: doubts[0] ?? REASON,
      points: doubts,
    }),
    () => [...stopsAll(donor), suppressedBy('in-call-today', question.isOnCallingList, record)],
  );
}

/** By what a verifier works through them, the surest mistakes first. */
export const DOUBT_KINDS = ['phone', 'email', 'address', 'name', 'conflict', 'age'] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

export interface DoubtOfKind {
  readonly kind: DoubtKind;
  readonly sentence: Sentence;
}

/** What is looked at to doubt; whose it is does not matter. */
export type DoubtQuestion = Pick<VerifyQuestion, 'today' | 'settings' | 'verify'> & {
  readonly giving: {
    /** Oldest first. */
    readonly gifts: readonly { readonly day: CalendarDay }[];
    readonly mandates: readonly { readonly startDay: CalendarDay }[];
    readonly newestReceived: { readonly day: CalendarDay } | null;
  };
};

/** All doubts, in the order of call-list-rules.md, Doubtful details. A missing e-mail address is none. */
export function doubtsOf(question: DoubtQuestion): readonly Sentence[] {
  return kindsOfDoubt(question).map(({ sentence: doubt }) => doubt);
}

/** The same, each with its kind. */
export function kindsOfDoubt(question: DoubtQuestion): readonly DoubtOfKind[] {
  const { details, emailsOnHold, hasConflict } = question.verify;
  const { name, phones, emails, addresses } = details;
  const of = (kind: DoubtKind, doubts: readonly (Sentence | null)[]): readonly DoubtOfKind[] =>
    doubts.flatMap((doubt) => (doubt === null ? [] : [{ kind, sentence: doubt }]));
  const doubts = [
    ...of(
      'phone',
      phones.some(({ value }) => value.trim() !== '') ? phones.map(({ value }) => doubtAboutPhone(value)) : [NO_PHONE],
    ),
    ...of('email', [...emails.map(({ value }) => doubtAboutEmail(value)), emailsOnHold.length > 0 ? ON_HOLD : null]),
    ...of('address', addresses.length === 0 ? [NO_ADDRESS] : addresses.map(({ value }) => doubtAboutAddress(value))),
    ...of('name', [doubtAboutName(name)]),
    ...of('conflict', [hasConflict ? CONFLICT : null]),
    ...of('age', [doubtAboutAge(question)]),
  ];
  const { seen } = question.verify;
  const open = doubts.filter(({ kind }) => seen?.has(doubtMark(kind, question.verify)) !== true);
  return [...new Map(open.map((doubt) => [doubt.sentence.nl, doubt])).values()];
}

/** Tells a doubt about these values from the same doubt about others. The age of the details has no mark: it has a day. */
export function doubtMark(kind: DoubtKind, { details, emailsOnHold }: VerifyFacts): string {
  const { name, phones, emails, addresses } = details;
  const about: Readonly<Record<DoubtKind, unknown>> = {
    phone: phones.map(({ value }) => value),
    email: [emails.map(({ value }) => value), emailsOnHold],
    address: addresses.map(({ value: { street, postcode, town, country } }) => [street, postcode, town, country]),
    name: [name.firstName, name.prefix, name.surname],
    conflict: null,
    age: null,
  };
  return `doubt:${kind}:${hashOf(JSON.stringify(about[kind]))}`;
}

/** FNV-1a: a mark need only differ, nobody is kept out by it. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16);
}

const NO_PHONE: Sentence = { nl: 'Er is geen telefoonnummer bekend.', en: 'No phone number is known.' };
const NO_ADDRESS: Sentence = { nl: 'Er is geen adres bekend.', en: 'No address is known.' };
const ON_HOLD: Sentence = {
  nl: 'Post aan dit e-mailadres kwam terug.',
  en: 'Mail to this e-mail address came back.',
};
const CONFLICT: Sentence = {
  nl: 'Een correctie en het CRM spreken elkaar tegen.',
  en: 'A correction and the CRM contradict each other.',
};

/** A new donor's details are as old as the donor: who never was verified, counts from the first gift or mandate. */
function doubtAboutAge({ today, giving, settings, verify: { verifiedDay } }: DoubtQuestion): Sentence | null {
  const { notVerifiedMonths, giftWithinMonths } = settings.verify;
  const newest = giving.newestReceived;
  if (newest === null || newest.day < addMonths(today, -giftWithinMonths)) return null;
  const firstKnown = [giving.gifts[0]?.day, giving.mandates[0]?.startDay].filter((day) => day !== undefined).sort()[0];
  const since = verifiedDay ?? firstKnown;
  if (since === undefined || since > addMonths(today, -notVerifiedMonths)) return null;
  return sentence((language) => {
    const on = writeDay(since, language, { today });
    if (verifiedDay === null) {
      return language === 'nl' ? `Nog nooit nagekeken; donateur sinds ${on}.` : `Never verified; a donor since ${on}.`;
    }
    return language === 'nl' ? `Voor het laatst nagekeken op ${on}.` : `Last verified on ${on}.`;
  });
}
