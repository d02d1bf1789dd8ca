/** What was recorded of a call, in words for a person who reads it in the CRM. */
import { dayOfInstant, wallClock, type Instant } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { CallOperation, ObjectionAnswer } from '../../../domain/operation.ts';
import { CHANNEL_NAMES, WISH_NAMES } from '../../../domain/wishes.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';

const OBJECTION_LINES: Readonly<Record<ObjectionAnswer, string>> = {
  offered: 'Recht van verzet aangeboden, bellen mag.',
  used: 'Recht van verzet aangeboden en gebruikt: niet meer bellen.',
  'not-offered': 'Recht van verzet niet aangeboden.',
};
const FOLLOW_UP_WORDS = { question: 'Vraag', complaint: 'Klacht', idea: 'Idee', task: 'Taak' } as const;
const EMOTION_WORDS = {
  angry: 'boos',
  disappointed: 'teleurgesteld',
  neutral: 'neutraal',
  happy: 'blij',
  delighted: 'heel blij',
} as const;

const THUMB_LINES = { up: 'Vond dit contact fijn.', down: 'Vond dit contact niet fijn.' } as const;

/** "Vraag (Geld en incasso, voor Ineke, antwoord uiterlijk 2026-11-25): Is mijn gift aftrekbaar?" */
function writeFollowUp({ kind, text, topic, assignee, dueDay }: CallOperation['followUps'][number]): string {
  const about = [
    ...(topic === undefined ? [] : [topic]),
    ...(assignee === undefined ? [] : [`voor ${assignee}`]),
    ...(dueDay === undefined ? [] : [`antwoord uiterlijk ${dueDay}`]),
  ];
  return `${FOLLOW_UP_WORDS[kind]}${about.length === 0 ? '' : ` (${about.join(', ')})`}: ${text}`;
}

const BENEFIT_WORDS = { offered: 'denkt erover na', accepted: 'wil graag', declined: 'wil niet' } as const;

function writeBenefits(benefits: NonNullable<CallOperation['benefits']>): string {
  return benefits.map(({ name, answer }) => `${name} (${BENEFIT_WORDS[answer]})`).join(', ');
}

/** "Bedankjes per post, Nieuws liever niet". */
function writeWishes(wishes: NonNullable<CallOperation['wishes']>): string {
  return wishes
    .map(
      ({ about, channel }) => `${WISH_NAMES[about].nl} ${channel === 'none' ? '' : 'per '}${CHANNEL_NAMES[channel].nl}`,
    )
    .join(', ');
}

function writeOptIn({ isGiven, words, day, by }: NonNullable<CallOperation['emailOptIn']>): string {
  return `E-mail: ${isGiven ? 'toestemming gegeven' : 'geen toestemming'} op ${day} aan ${by}. Gevraagd: “${words}”`;
}

const FIELD_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    name: 'naam',
    address: 'adres',
    phone: 'telefoon',
    email: 'e-mail',
  }),
);
const METHOD_WORDS = {
  heard: 'gehoord',
  'read-back': 'voorgelezen',
  spelled: 'gespeld',
  register: 'register',
  'looked-up': 'opgezocht',
} as const;

/** "naam (voorgelezen), adres (gespeld)". */
function writeConfirmed({ confirmedFields, confirmedBy }: CallOperation): string {
  const methods = new Map(Object.entries(confirmedBy ?? {}));
  return confirmedFields
    .map((field) => {
      const method = methods.get(field);
      const word = FIELD_WORDS.get(field) ?? field;
      return method === undefined ? word : `${word} (${METHOD_WORDS[method]})`;
    })
    .join(', ');
}

/** "maandag 23 november, 19:30"; a promise for any time of a day is one for its beginning, and names no time. */
function writePromise(promisedAt: Instant, at: Instant): string {
  const { day, time } = wallClock(promisedAt);
  const written = writeDay(day, 'nl', { today: dayOfInstant(at), style: 'weekday' });
  return time === '00:00' ? written : `${written}, ${time}`;
}

/** One line each, as it was typed: whoever writes them makes them safe for where they go. The first is the exact outcome. */
export function callLines(call: CallOperation): readonly string[] {
  const lines = [
    OUTCOMES[call.outcome].name.nl,
    call.reason === undefined ? null : `Waarom gebeld: ${call.reason}`,
    call.objectionAnswer === null ? null : OBJECTION_LINES[call.objectionAnswer],
    call.promisedAt === null ? null : `Terugbellen beloofd: ${writePromise(call.promisedAt, call.at)}`,
    call.emotion === null ? null : `Klonk ${EMOTION_WORDS[call.emotion]}.`,
    call.thumb === undefined ? null : THUMB_LINES[call.thumb],
    call.nps === undefined ? null : `Zou ons aanbevelen: ${call.nps} van 10.`,
    call.confirmedFields.length === 0 ? null : `Nagevraagd en juist: ${writeConfirmed(call)}.`,
    call.benefits === undefined ? null : `Aangeboden: ${writeBenefits(call.benefits)}.`,
    call.wishes === undefined ? null : `Wil horen: ${writeWishes(call.wishes)}.`,
    call.emailOptIn === undefined ? null : writeOptIn(call.emailOptIn),
    ...call.followUps.map(writeFollowUp),
    call.notes === '' ? null : call.notes,
  ];
  return lines.filter((line) => line !== null);
}
