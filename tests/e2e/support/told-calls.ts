/** What somebody did in a call, and that the CRM has exactly that. */
import type { Page } from '@playwright/test';
import type { OutcomeId } from '../../../domain/outcome.ts';
import type { Emotion, ObjectionAnswer, Thumb } from '../../../domain/operation.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import { AFTERNOON } from '../../support/ready.ts';
import { expect, type App } from './app.ts';
import type { CallInCrm } from './compare-crm.ts';

export interface Told {
  readonly outcome: OutcomeId;
  readonly status: 'Completed' | 'Unreachable' | 'Left Message';
  /** What is pressed between opening the call and the end. */
  readonly keys: readonly string[];
  readonly answer?: ObjectionAnswer;
  readonly emotion?: Emotion;
  readonly thumb?: Thumb;
  /** What the activity says besides its outcome, why was called, and the answer about objecting. */
  readonly details?: readonly string[];
}

const SAID_LINES: Readonly<Record<ObjectionAnswer, string>> = {
  offered: 'Recht van verzet aangeboden, bellen mag.',
  used: 'Recht van verzet aangeboden en gebruikt: niet meer bellen.',
  'not-offered': 'Recht van verzet niet aangeboden.',
};

/** The number in the CRM of whoever is called. */
export async function donorInCall(app: App, page: Page): Promise<number> {
  const row = await app.backend.store.reader
    .selectFrom('call_item')
    .innerJoin('donor', 'donor.id', 'call_item.donor_id')
    .select('donor.crm_id')
    .where('call_item.id', '=', Number(/\d+$/.exec(page.url())?.[0]))
    .executeTakeFirstOrThrow();
  return Number(row.crm_id);
}

/** Claims that were given back and the marks of objections are activities too. */
export const isCall = (subject: string): boolean => subject.includes('[Dankbel ');

/** Every sixth minute from 14:00 in Amsterdam a call begins. */
const EVERY_MINUTES = 6;
const LASTS_MINUTES = 2.5;
const afterTwo = (minutes: number): Instant => new Date(Date.parse(AFTERNOON) + minutes * 60_000).toISOString();
export const beginOf = (index: number): Instant => afterTwo(index * EVERY_MINUTES);
export const endOf = (index: number): Instant => afterTwo(index * EVERY_MINUTES + LASTS_MINUTES);

/** @param index how many calls were held before it */
export function expectTold(call: CallInCrm | undefined, told: Told, number: string | undefined, index: number): void {
  const { outcome, status, answer, details = [] } = told;
  const subject = /^([^:]+): (.+) \[Dankbel ([a-z-]+) ([a-z-]+) ([0-9a-f-]{36})\]$/.exec(call?.subject ?? '');
  const [, , , programme, , operationId] = subject ?? [];
  expect(subject?.[4], outcome).toBe(outcome);
  const [name, why, ...lines] = call?.lines ?? [];
  expect(name?.toLowerCase(), outcome).toBe(subject?.[2]);
  expect(why, outcome).toMatch(/^Waarom gebeld: \S/);
  expect(lines, outcome).toEqual([...(answer === undefined ? [] : [SAID_LINES[answer]]), ...details]);
  expect(call, outcome).toMatchObject({
    type: 'Phone Call',
    status,
    medium: 'phone',
    phone_number: number,
    duration: Math.ceil(LASTS_MINUTES),
    'Dankbel.operation_id': operationId,
    'Dankbel.programme': programme,
    'Dankbel.outcome': outcome,
    'Dankbel.objection_offered': answer ?? null,
    'Dankbel.emotion': told.emotion ?? null,
    'Dankbel.thumb': told.thumb ?? null,
    'Dankbel.nps': null,
  });
  const minutes = index * EVERY_MINUTES;
  expect(call?.activity_date_time, outcome).toMatch(
    new RegExp(`^2026-11-21 ${14 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:`),
  );
}
