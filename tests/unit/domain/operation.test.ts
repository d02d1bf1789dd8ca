/** What an operation may hold: the last value that is kept, and the first that is refused. */
import { describe, expect, it } from 'vitest';
import { operationBodySchema } from '../../../domain/operation.ts';

const at = '2026-11-21T18:30:00.000Z';
const isKept = (body: object): boolean => operationBodySchema.safeParse(body).success;

describe('an operation', () => {
  it('of a call has an answer from 0 to 10 to how likely the donor is to recommend us', () => {
    const call = (nps: number) =>
      isKept({
        kind: 'call',
        programme: 'thank-you-call',
        promisedIn: null,
        outcome: 'conversation',
        at,
        durationSeconds: 0,
        number: null,
        notes: '',
        objectionAnswer: null,
        emotion: null,
        promisedAt: null,
        confirmedFields: [],
        followUps: [],
        nps,
      });
    expect([-1, 0, 5, 10, 11, 5.5].map(call)).toEqual([false, true, true, true, false, false]);
  });

  it('of a moment has a subject of 1 to 160 characters', () => {
    const moment = (length: number) =>
      isKept({ kind: 'moment', at, what: 'card', channel: 'post', subject: 'x'.repeat(length), text: '' });
    expect([0, 1, 160, 161].map(moment)).toEqual([false, true, true, false]);
  });

  it('that takes another back is by consent, or says nothing of it', () => {
    const undo = (byConsent: boolean | undefined) =>
      isKept({ kind: 'undo', at, operationId: '0199a0f0-0000-7000-8000-000000000000', byConsent });
    expect([undo(true), undo(undefined), undo(false)]).toEqual([true, true, false]);
  });
});
