/** The outbox as a whole, against a model of it: any order of recording, answers of the CRM, waiting and restarting. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../db/open/open-store.ts';
import { changeOperation, readOperations, recordOperation } from '../../db/queries/operations.ts';
import type { Store } from '../../db/store.ts';
import type { OperationBody } from '../../domain/operation.ts';
import type { Connector } from '../../sync/connector.ts';
import { CrmFailure, type CrmFailureKind } from '../../sync/crm-failure.ts';
import { pushAll } from '../../sync/push.ts';

const DONORS = [1, 2, 3] as const;
const SENTENCE = { nl: '', en: '' };
type CrmAnswer = 'applied' | 'rejected' | CrmFailureKind;

interface Modelled {
  readonly id: string;
  readonly donorId: number;
  readonly isObjection: boolean;
  isWaiting: boolean;
  tries: number;
  /** Seconds of the clock before which it is not tried. */
  notBefore: number;
}

/** What must be true of the outbox, as simply as it can be said. */
interface Model {
  operations: Modelled[];
  time: number;
}

interface Real {
  readonly store: Store;
  /** Ids in the order in which the CRM saw them. */
  readonly sent: string[];
}

const START = Date.parse('2026-11-21T13:00:00.000Z');
const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
const idOf = (number: number): string => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;

class Recording implements fc.AsyncCommand<Model, Real> {
  readonly #donorId: number;
  readonly #isObjection: boolean;
  constructor(donorId: number, isObjection: boolean) {
    this.#donorId = donorId;
    this.#isObjection = isObjection;
  }
  check = (): boolean => true;
  async run(model: Model, { store }: Real): Promise<void> {
    const id = idOf(model.operations.length);
    const body: OperationBody = this.#isObjection
      ? { kind: 'objection', at: at(model.time), wasSetBefore: false }
      : {
          kind: 'correction',
          at: at(model.time),
          checkedBy: 'heard',
          correction: {
            field: 'email',
            rowId: null,
            crmId: null,
            base: null,
            value: `m${model.operations.length}@x.nl`,
          },
        };
    await store.write((writer) =>
      recordOperation(writer, { id, donorId: this.#donorId, personId: 1, recordedAt: at(model.time), body }),
    );
    model.operations.push({
      id,
      donorId: this.#donorId,
      isObjection: this.#isObjection,
      isWaiting: true,
      tries: 0,
      notBefore: Number.NEGATIVE_INFINITY,
    });
  }
  toString = (): string => `record ${this.#isObjection ? 'objection' : 'correction'} of ${this.#donorId}`;
}

class Waiting implements fc.AsyncCommand<Model, Real> {
  readonly #seconds: number;
  constructor(seconds: number) {
    this.#seconds = seconds;
  }
  check = (): boolean => true;
  async run(model: Model): Promise<void> {
    model.time += this.#seconds;
  }
  toString = (): string => `wait ${this.#seconds} s`;
}

class Pushing implements fc.AsyncCommand<Model, Real> {
  readonly #answers: readonly CrmAnswer[];
  readonly #isUrgent: boolean;
  constructor(answers: readonly CrmAnswer[], isUrgent: boolean) {
    this.#answers = answers;
    this.#isUrgent = isUrgent;
  }
  check = (): boolean => true;

  async run(model: Model, { store, sent }: Real): Promise<void> {
    sent.length = 0;
    const connector = scripted(this.#answers, sent);
    const round = { store, connector, now: () => at(model.time), random: () => 0.5, shouldStop: () => false };
    await pushAll({ ...round, isUrgent: this.#isUrgent }).catch((error: unknown) => {
      if (!(error instanceof CrmFailure)) throw error;
    });
    assert.deepEqual(sent, this.#expected(model));
    const kept = await readOperations(store.reader, ['waiting']);
    const stillWaiting = model.operations.filter(({ isWaiting }) => isWaiting);
    assert.deepEqual(
      kept.map(({ id }) => id),
      stillWaiting.map(({ id }) => id),
    );
    for (const { id, nextTryAt, tries } of kept) {
      const modelled = model.operations.find((operation) => operation.id === id)!;
      assert.equal(tries, modelled.tries);
      if (nextTryAt === null || !sent.includes(id)) continue;
      const delay = (Date.parse(nextTryAt) - START) / 1_000 - model.time;
      assert.ok(delay >= 5 && delay <= 1_350, `waits ${delay} s`);
      modelled.notBefore = model.time + delay;
    }
  }

  /** Walks the outbox by the rules, one sentence each. */
  #expected(model: Model): readonly string[] {
    const answers = [...this.#answers];
    const expected: string[] = [];
    const held = new Set<string>();
    // Objections first; among the others and among the objections, the oldest first.
    const inOrder = model.operations
      .filter(({ isWaiting }) => isWaiting)
      .toSorted((a, b) => Number(b.isObjection) - Number(a.isObjection));
    for (const operation of inOrder) {
      const queue = `${operation.isObjection}:${operation.donorId}`;
      // One that waits holds back what comes after it of the same donor, and of nobody else.
      if (held.has(queue)) continue;
      if (!this.#isUrgent && operation.notBefore > model.time) {
        held.add(queue);
        continue;
      }
      expected.push(operation.id);
      operation.tries += 1;
      const answer = answers.shift() ?? 'applied';
      if (answer === 'applied' || answer === 'rejected' || answer === 'forbidden') operation.isWaiting = false;
      else if (answer === 'busy' && operation.tries >= 8) operation.isWaiting = false;
      else held.add(queue);
      // Nobody there, or we are not let in: everything else would fail too.
      if (answer === 'unreachable' || answer === 'refused') break;
    }
    return expected;
  }

  toString = (): string => `push${this.#isUrgent ? ' now' : ''}: ${this.#answers.join(', ')}`;
}

function scripted(answers: readonly CrmAnswer[], sent: string[]): Connector {
  const left = [...answers];
  const unused = (): never => {
    throw new Error('not asked for');
  };
  return {
    identify: unused,
    begin: unused,
    pull: unused,
    readWhole: unused,
    readGroups: unused,
    findRecent: unused,
    readIds: unused,
    readExisting: unused,
    readRows: unused,
    findWinner: unused,
    endDoubles: unused,
    send: async ({ id }) => {
      sent.push(id);
      const answer = left.shift() ?? 'applied';
      if (answer === 'applied') return { kind: 'applied', reference: null };
      if (answer === 'rejected') return { kind: 'rejected', why: SENTENCE, crmWords: null };
      throw new CrmFailure(answer, SENTENCE);
    },
  };
}

const answers = fc.array(
  fc.constantFrom<CrmAnswer>('applied', 'applied', 'rejected', 'busy', 'busy', 'unreachable', 'forbidden', 'refused'),
  { maxLength: 6 },
);
const commands = [
  fc
    .tuple(fc.constantFrom(...DONORS), fc.boolean())
    .map(([donorId, isObjection]) => new Recording(donorId, isObjection)),
  fc.constantFrom(1, 6, 30, 1_400).map((seconds) => new Waiting(seconds)),
  fc.tuple(answers, fc.boolean()).map(([list, isUrgent]) => new Pushing(list, isUrgent)),
];

async function freshStore(folder: string): Promise<Store> {
  const store = await openStore({ folder, now: at(0) });
  await store.write(async ({ transaction }) => {
    await transaction.insertInto('person').values({ crm_id: 1, name: 'Bea', roles: '[]', is_active: 1 }).execute();
    for (const id of DONORS) {
      await transaction
        .insertInto('donor')
        .values({
          id,
          crm_id: 100 + id,
          external_id: null,
          kind: 'individual',
          first_name: '',
          prefix: '',
          surname: 'Bos',
          display_name: '',
          gender: null,
          language: 'nl',
          does_not_want_calls: 0,
          does_not_want_email: 0,
          does_not_want_post: 0,
          is_deceased: 0,
          is_removed: 0,
          fingerprint: null,
        })
        .execute();
    }
  });
  return store;
}

describe('the outbox', () => {
  it('sends in the order of its rules, whatever is recorded, answered and waited for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dankbel-outbox-'));
    const store = await freshStore(join(folder, 'profile'));
    try {
      const proof = fc.assert(
        fc
          .asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (script) => {
            await fc.asyncModelRun(() => ({ model: { operations: [], time: 0 }, real: { store, sent: [] } }), script);
          })
          .afterEach(() => forget(store)),
        { numRuns: 60 },
      );
      await expect(proof).resolves.toBeUndefined();
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('keeps what was tried and not answered as tried, when the process ends in between', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dankbel-outbox-'));
    const store = await freshStore(join(folder, 'profile'));
    const model: Model = { operations: [], time: 0 };
    await new Recording(1, false).run(model, { store, sent: [] });
    await store.write((writer) => changeOperation(writer, idOf(0), { state: 'waiting', tries: 1 }));
    await store.close();
    const again = await openStore({ folder: join(folder, 'profile'), now: at(1) });
    const seen: boolean[] = [];
    const connector: Connector = {
      ...scripted([], []),
      send: async ({ wasTried }) => {
        seen.push(wasTried);
        return { kind: 'applied', reference: '1' };
      },
    };
    const round = { store: again, connector, now: () => at(1), random: () => 0.5, shouldStop: () => false };
    await pushAll({ ...round, isUrgent: false });
    expect(seen).toEqual([true]);
    await again.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** Empties the outbox for the next script. */
async function forget(store: Store): Promise<void> {
  await store.write(async ({ transaction }) => {
    await transaction.deleteFrom('operation').execute();
  });
}
