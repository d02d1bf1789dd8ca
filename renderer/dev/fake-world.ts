/** What the invented backend remembers. */
import type { OutputOf, ProcedureName } from '../../contract/index.ts';
import type { Topic } from '../../contract/event.ts';
import type { Language } from '../../domain/language.ts';
import type { FakeClock } from './clock.ts';
import { BIJL, DE_WIT, ENGLISH, HANNEKE, HOEKSTRA, OTHERS, type FakeDonor } from './donors.ts';
import { newCall, type FakeCall } from './fake-call.ts';
import { NASTY_DONORS } from './nasty-donors.ts';
import type { Scenario } from './scenario.ts';

export type Handlers = Record<string, (input: never) => unknown>;
export type HandlersOf<Name extends ProcedureName> = { [N in Name]: (input: never) => OutputOf<N> };
type Today = OutputOf<'today.get'>;

export interface FakeWorld {
  readonly scenario: Scenario;
  readonly clock: FakeClock;
  readonly tell: (changed: readonly Topic[]) => void;
  list: FakeDonor[];
  done: Today['done'];
  /** The donor of each finished attempt, to put back. */
  readonly attempts: Map<string, { donor: FakeDonor; call: FakeCall }>;
  readonly calls: Map<number, FakeCall>;
  /** How many times notes will still fail to be saved. */
  notesFailures: number;
  language: Language;
  theme: Scenario['theme'];
  operations: OutputOf<'sync.operations'>['operations'];
  applied: number;
}

export function createFakeWorld(scenario: Scenario, clock: FakeClock, tell: FakeWorld['tell']): FakeWorld {
  const world: FakeWorld = {
    scenario,
    clock,
    tell,
    list: listOf(scenario),
    done: [],
    attempts: new Map(),
    calls: new Map(),
    notesFailures: scenario.name === 'notes-fail' ? 3 : 0,
    language: scenario.language,
    theme: scenario.theme,
    operations: [],
    applied: 214,
  };
  const [first] = world.list;
  if ((scenario.name === 'begun' || scenario.name === 'closed-begun') && first !== undefined) {
    const call = newCall(first.donorId, first);
    call.notes = 'Kleindochter Noor (7) haalde in mei haar A.';
    call.notesSavedAt = clock.now();
    call.startedAt = clock.now();
    world.calls.set(call.callItemId, call);
  }
  return world;
}

function listOf({ name }: Scenario): FakeDonor[] {
  if (name === 'finished' || name === 'empty') return [];
  if (name === 'nasty') return [...NASTY_DONORS];
  if (name === 'english-donor') return [ENGLISH, HANNEKE, HOEKSTRA];
  if (name === 'callback') return [DE_WIT, HANNEKE, HOEKSTRA];
  return [HANNEKE, HOEKSTRA, BIJL, ...OTHERS];
}
