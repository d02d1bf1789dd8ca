/** Every kind of operation in every state that can need a person, and what can be done about it. */
import { describe, expect, it } from 'vitest';
import {
  OPERATION_KINDS,
  OPERATION_STATES,
  type OperationKind,
  type OperationState,
} from '../../../domain/operation.ts';
import { ROLES } from '../../../domain/role.ts';
import { waitsTooLong, waysOut, type WayOut } from '../../../domain/ways-out.ts';

const NEEDING = ['conflict', 'rejected', 'waiting'] as const satisfies readonly OperationState[];
const ENDING: ReadonlySet<WayOut> = new Set(['settle', 'withdraw']);

const ofCoordinator = (kind: OperationKind, state: OperationState): readonly WayOut[] =>
  waysOut({ kind, state, isOwn: false, roles: ['coordinator'] });

describe('ways out', () => {
  it.each([
    ['call', 'rejected', ['retry', 'withdraw']],
    ['call', 'waiting', ['retry', 'withdraw']],
    ['objection', 'rejected', ['retry', 'withdraw']],
    ['objection', 'waiting', ['retry', 'withdraw']],
    ['correction', 'conflict', ['settle']],
    ['correction', 'rejected', ['retry', 'withdraw', 'mend']],
    ['correction', 'waiting', ['retry', 'withdraw']],
    ['moment', 'rejected', ['retry', 'withdraw']],
    ['moment', 'waiting', ['retry', 'withdraw']],
    ['undo', 'conflict', ['settle']],
    ['undo', 'rejected', ['retry', 'withdraw']],
    ['undo', 'waiting', ['retry', 'withdraw']],
  ] as const)('of a %s that is %s, for a coordinator: %j', (kind, state, expected) => {
    expect(ofCoordinator(kind, state)).toEqual(expected);
  });

  it('are there for everything that needs a person, and one of them always ends it', () => {
    const without = OPERATION_KINDS.flatMap((kind) =>
      NEEDING.filter((state) => !ofCoordinator(kind, state).some((way) => ENDING.has(way))).map((state) => [
        kind,
        state,
      ]),
    );
    expect(without).toEqual([]);
  });

  it('are none for what is settled, or is somebody else’s', () => {
    for (const kind of OPERATION_KINDS) {
      for (const state of ['applied', 'withdrawn'] as const) expect(ofCoordinator(kind, state)).toEqual([]);
      for (const state of OPERATION_STATES) {
        const others = ROLES.filter((role) => role !== 'coordinator');
        expect(waysOut({ kind, state, isOwn: false, roles: others })).toEqual([]);
      }
    }
  });

  it('let who recorded it decide about values, and only a coordinator let a call or an objection go', () => {
    const own = (kind: OperationKind, state: OperationState): readonly WayOut[] =>
      waysOut({ kind, state, isOwn: true, roles: ['caller'] });
    expect(own('correction', 'conflict')).toEqual(['settle']);
    expect(own('correction', 'rejected')).toEqual(['retry', 'withdraw', 'mend']);
    expect(own('call', 'rejected')).toEqual(['retry']);
    expect(own('objection', 'rejected')).toEqual(['retry']);
    expect(own('objection', 'waiting')).toEqual(['retry']);
    expect(own('moment', 'rejected')).toEqual(['retry']);
  });
});

describe('waiting too long', () => {
  it('is more than a day', () => {
    expect(waitsTooLong('2026-11-21T13:00:00.000Z', '2026-11-22T13:00:00.000Z')).toBe(false);
    expect(waitsTooLong('2026-11-21T13:00:00.000Z', '2026-11-22T13:00:00.001Z')).toBe(true);
  });
});
