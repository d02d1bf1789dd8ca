/** The order of the outbox, its back-off, and the mark that a call carries to the CRM. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareThreeWays } from '../../domain/correction.ts';
import { OUTCOME_IDS } from '../../domain/outcome.ts';
import { PROGRAMME_IDS } from '../../domain/programmes/programme-id.ts';
import { readCallSubject, writeCallSubject } from '../../sync/crm/marks/call-subject.ts';
import { backOffSeconds, nextToSend, type WaitingOperation } from '../../sync/push-order.ts';

const NOW = '2026-11-21T19:00:00.000Z';
const LATER = '2026-11-21T19:05:00.000Z';

const kinds = fc.constantFrom('call', 'objection', 'correction', 'undo' as const);
const waiting: fc.Arbitrary<readonly WaitingOperation[]> = fc
  .array(
    fc.record({
      donorId: fc.integer({ min: 1, max: 4 }),
      kind: kinds,
      undoneKind: fc.constantFrom('call', 'objection', 'correction' as const),
      nextTryAt: fc.constantFrom(null, LATER),
    }),
    { maxLength: 12 },
  )
  .map((operations) =>
    operations.map((operation, index) => ({
      ...operation,
      id: String(index),
      sequence: index,
      undoneKind: operation.kind === 'undo' ? operation.undoneKind : null,
    })),
  );

const isAboutObjection = ({ kind, undoneKind }: WaitingOperation): boolean =>
  kind === 'objection' || undoneKind === 'objection';

/** Everything that goes out in one round, in its order. */
function drain(operations: readonly WaitingOperation[], now: string | null): readonly WaitingOperation[] {
  const left = [...operations];
  const sent: WaitingOperation[] = [];
  for (let next = nextToSend(left, now); next !== null; next = nextToSend(left, now)) {
    sent.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return sent;
}

describe('the order of the outbox', () => {
  it('sends everything once when a person asks for it', () => {
    fc.assert(
      fc.property(waiting, (operations) => {
        expect(new Set(drain(operations, null))).toEqual(new Set(operations));
      }),
    );
  });

  it('sends objections, and what takes them back, before everything else', () => {
    fc.assert(
      fc.property(waiting, (operations) => {
        const sent = drain(operations, NOW).map(isAboutObjection);
        expect(sent).toEqual(sent.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('keeps the order of one donor', () => {
    fc.assert(
      fc.property(waiting, (operations) => {
        for (const about of [true, false]) {
          for (const donorId of [1, 2, 3, 4]) {
            const own = drain(operations, NOW).filter(
              (each) => each.donorId === donorId && isAboutObjection(each) === about,
            );
            expect(own.map(({ sequence }) => sequence)).toEqual(
              own.map(({ sequence }) => sequence).toSorted((a, b) => a - b),
            );
          }
        }
      }),
    );
  });

  it('holds back what comes after an operation that waits, for that donor only', () => {
    fc.assert(
      fc.property(waiting, (operations) => {
        const sent = new Set(drain(operations, NOW));
        for (const operation of operations) {
          const isHeld = operations.some(
            (other) =>
              other.nextTryAt === LATER &&
              other.sequence <= operation.sequence &&
              other.donorId === operation.donorId &&
              isAboutObjection(other) === isAboutObjection(operation),
          );
          expect(sent.has(operation)).toBe(!isHeld);
        }
      }),
    );
  });

  it('waits longer after every try, but never longer than half an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
        const seconds = backOffSeconds(tries, () => random);
        expect(seconds).toBeGreaterThanOrEqual(5);
        expect(seconds).toBeLessThanOrEqual(1_350);
        expect(backOffSeconds(tries + 1, () => 0)).toBeGreaterThanOrEqual(backOffSeconds(tries, () => 0));
      }),
    );
  });
});

describe('a time to try again', () => {
  const at = (nextTryAt: string): string | undefined =>
    nextToSend([{ id: '1', sequence: 1, donorId: 1, kind: 'call', undoneKind: null, nextTryAt }], NOW)?.id;

  it('is waited for, unless a clock that was years ahead has set it', () => {
    expect(at(LATER)).toBeUndefined();
    expect(at('2026-11-21T19:22:30.000Z')).toBeUndefined();
    expect(at('2036-11-21T19:00:00.000Z')).toBe('1');
  });
});

describe('the subject of a call in the CRM', () => {
  const mark = fc.record({
    operationId: fc.uuid(),
    programme: fc.constantFrom(...PROGRAMME_IDS),
    promisedIn: fc.option(fc.constantFrom(...PROGRAMME_IDS), { nil: null }),
    outcome: fc.constantFrom(...OUTCOME_IDS),
  });

  it('carries exact outcome, programme and operation there and back', () => {
    fc.assert(
      fc.property(mark, (call) => {
        expect(readCallSubject(writeCallSubject(call))).toEqual(call);
        expect(writeCallSubject(call).length).toBeLessThanOrEqual(255);
      }),
    );
  });

  it('is not seen in what others wrote', () => {
    fc.assert(
      fc.property(fc.string(), (subject) => {
        expect(readCallSubject(subject)).toBeNull();
      }),
    );
  });
});

describe('three-way comparison', () => {
  const value = fc.constantFrom('a', 'b', 'c');
  it('never writes over what somebody else changed', () => {
    fc.assert(
      fc.property(value, value, value, (base, mine, theirs) => {
        const verdict = compareThreeWays(base, mine, theirs, (a, b) => a === b);
        expect(verdict).toBe(theirs === mine ? 'same' : theirs === base ? 'write' : 'conflict');
      }),
    );
  });
});
