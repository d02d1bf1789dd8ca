/** With a network everybody serves the whole list, and within one programme and urgency the own part first. */
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../domain/call-list/evaluate.ts';
import { ownPart } from '../../../domain/claims/division.ts';
import { serve, type Serving } from '../../../domain/claims/serving.ts';

const TODAY = '2026-11-21';
const item = (crmId: number, match: { priority?: number; due?: string; callbackId?: number | null } = {}): Candidate =>
  ({ crmId, donorId: crmId, match: { priority: 40, due: TODAY, callbackId: null, ...match } }) as Candidate;
const SERVING: Serving = { me: 4, callers: new Set([4, 6]), earlier: new Map(), isOnline: true, today: TODAY };
const numbers = (items: readonly Candidate[]): readonly number[] => items.map(({ donorId }) => donorId);

const all = Array.from({ length: 12 }, (_, index) => item(2_000 + index));
const mine = ownPart(all, 4, new Set([4, 6]));
const others = all.filter((each) => !mine.includes(each));

describe('the list of one caller', () => {
  it('has the own part first, each part in the order of the list', () => {
    expect(mine.length * others.length).toBeGreaterThan(0);
    expect(numbers(serve(all, SERVING))).toEqual(numbers([...mine, ...others]));
    expect(numbers(serve([...others, ...mine], SERVING))).toEqual(numbers([...mine, ...others]));
  });

  it('keeps what is urgent before the own part', () => {
    const [one, other] = [mine[0]?.crmId ?? 0, others[0]?.crmId ?? 0];
    const later = item(one);
    expect(numbers(serve([item(other, { priority: 10 }), later], SERVING))).toEqual([other, one]);
    expect(numbers(serve([item(other, { due: '2026-11-20' }), later], SERVING))).toEqual([other, one]);
  });

  it('has promises that were made here as its own, and without a network nothing of another, until it is done', () => {
    const offline = { ...SERVING, isOnline: false };
    const promise = item(others[0]?.crmId ?? 0, { callbackId: 3 });
    expect(numbers(serve([...others.slice(1), promise, ...mine], SERVING))[0]).toBe(promise.donorId);
    expect(numbers(serve(all, offline))).toEqual(numbers(mine));
    expect(numbers(serve([promise, ...others.slice(1)], offline))).toEqual([promise.donorId]);
    expect(numbers(serve(others, offline))).toEqual(numbers(others));
  });
});
