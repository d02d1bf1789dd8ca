/** Which state of the programme is shown, chosen in the address. */
import type { Language } from '../../domain/language.ts';
import { ROLES, type Role } from '../../domain/role.ts';

export const SCENARIO_NAMES = [
  /** The evening of the mocks. */
  'evening',
  'start',
  'begun',
  'finished',
  'empty',
  'closed',
  'closed-begun',
  /** The backend never answers this. */
  'slow-session',
  'slow-today',
  /** It cannot be reached. */
  'no-session',
  'no-today',
  /** It fails. */
  'broken-today',
  'disconnected',
  'nasty',
  'english-donor',
  'callback',
  /** Notes cannot be saved the first times. */
  'notes-fail',
  'finish-fails',
] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

export const SYNC_NAMES = ['sent', 'waiting', 'offline', 'attention', 'stopped', 'unconnected'] as const;
export type SyncName = (typeof SYNC_NAMES)[number];

export interface Scenario {
  readonly name: ScenarioName;
  readonly sync: SyncName;
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  readonly isPractice: boolean;
  readonly isSafe: boolean;
  readonly hasTwoLanes: boolean;
  readonly role: Role;
  /** How long every answer takes. */
  readonly delay: number;
}

export function readScenario(options: URLSearchParams): Scenario {
  const theme = options.get('theme');
  return {
    name: SCENARIO_NAMES.find((name) => name === options.get('scenario')) ?? 'evening',
    sync: SYNC_NAMES.find((name) => name === options.get('sync')) ?? 'sent',
    language: options.get('lang') === 'en' ? 'en' : 'nl',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    isPractice: options.has('practice'),
    isSafe: options.has('safe'),
    hasTwoLanes: options.has('lanes'),
    role: ROLES.find((role) => role === options.get('role')) ?? 'caller',
    delay: Number(options.get('delay') ?? 5),
  };
}
