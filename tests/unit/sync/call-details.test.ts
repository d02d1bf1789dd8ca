/** What people in the CRM read of a call. */
import { describe, expect, it } from 'vitest';
import type { CallOperation } from '../../../domain/operation.ts';
import { writeDetails } from '../../../sync/crm/civicrm/send-call.ts';

const CALL: CallOperation = {
  kind: 'call',
  programme: 'thank-you-call',
  promisedIn: null,
  outcome: 'callback',
  at: '2026-12-28T18:00:00.000Z',
  durationSeconds: 90,
  number: null,
  notes: '',
  objectionAnswer: null,
  emotion: null,
  promisedAt: null,
  confirmedFields: [],
  followUps: [],
};

describe('a promise to call back', () => {
  it.each([
    // In Amsterdam, and not in UTC: 23:00 there is the next day here.
    ['2026-12-28T23:00:00.000Z', 'dinsdag 29 december'],
    ['2026-12-29T18:30:00.000Z', 'dinsdag 29 december, 19:30'],
    ['2027-01-03T23:00:00.000Z', 'maandag 4 januari 2027'],
  ] as const)('%s is written as %s', (promisedAt, written) => {
    expect(writeDetails({ ...CALL, promisedAt })).toContain(`<p>Terugbellen beloofd: ${written}</p>`);
  });
});
