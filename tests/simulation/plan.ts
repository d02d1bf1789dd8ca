/** What a seed does: how large its world is, and its steps. Each step has randomness of its own, so that any can be left out. */
import { Random } from './random.ts';
import { STARTS, VERSIONS, type SiteVersion, type StartName } from './template.ts';

export const STEP_KINDS = [
  'command',
  'sync',
  'person',
  'kill',
  'crash',
  'weather',
  'clock',
  'requests',
  'disk',
  'rival',
  'newcomer',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface Step {
  readonly kind: StepKind;
  /** Which workstation, counted round. */
  readonly workstation: number;
  readonly seed: number;
}

/** Which CRM the evening is held on. */
export const CRMS = ['civicrm', 'salesforce', 'nonprofit-cloud'] as const;
export type SimulatedCrm = (typeof CRMS)[number];

export interface Plan {
  readonly crm: SimulatedCrm;
  readonly seed: number;
  readonly version: SiteVersion;
  readonly start: StartName;
  readonly workstations: number;
  /** Whether the workstations have pulled before it begins. */
  readonly hasPulled: boolean;
  /** Whether cards and letters are sent. Not in every evening: those that are held again have none. */
  readonly sendsPost: boolean;
  /** Whether people give at a fundraising site whom the CRM does not know. */
  readonly hasNewcomers: boolean;
  readonly steps: readonly Step[];
}

const WEIGHTS: Readonly<Record<StepKind, number>> = {
  command: 60,
  sync: 20,
  person: 12,
  requests: 8,
  weather: 6,
  clock: 5,
  kill: 3,
  crash: 4,
  disk: 0.5,
  rival: 6,
  newcomer: 0,
};
/** In evenings of their own, so that those that found something stay what they are. */
const WITH_NEWCOMERS = { ...WEIGHTS, newcomer: 40 };

const START_NAMES = Object.keys(STARTS) as readonly StartName[];

/** @param isShort fewer steps, for every run of the tests */
export function planOf(seed: number, isShort = false, crm: SimulatedCrm = 'civicrm', hasNewcomers = false): Plan {
  const random = new Random(seed);
  const workstations = random.pick([1, 1, 2, 2, 2, 3, 3, 4, 5]);
  const size = isShort ? random.whole(14, 24) : random.whole(18, 44);
  return {
    crm,
    seed,
    version: VERSIONS[seed % VERSIONS.length] ?? '6.17',
    start: random.pick([...START_NAMES, 'saturday']),
    workstations,
    hasPulled: random.chance(0.9),
    sendsPost: seed % 3 !== 2,
    hasNewcomers,
    steps: Array.from({ length: size }, () => ({
      kind: random.weighted(hasNewcomers ? WITH_NEWCOMERS : WEIGHTS),
      workstation: random.whole(0, workstations - 1),
      seed: random.seed(),
    })),
  };
}
