/** Which answers are no longer fresh after something happened: told to the screens, which ask for them anew. */
import { TOPICS, type Topic } from '../../contract/event.ts';

const PAPER: readonly Topic[] = ['post', 'paper', 'briefing'];
const LISTS: readonly Topic[] = ['list', 'forecast'];
/** Where something that was said or done with a donor is seen. */
const DONOR: readonly Topic[] = ['today', 'call', 'donor', 'sync', ...LISTS];

/** Where something that was said or done in a call is seen. */
const CALL: readonly Topic[] = ['practice', 'followups', ...PAPER, ...DONOR];

/** After a round with the CRM, and after what somebody decided about the sync. */
export const STALE_AFTER_SYNC: readonly Topic[] = [
  ...PAPER,
  ...DONOR,
  'verify',
  'followups',
  'session',
  'claims',
  'practice',
  'erasure',
  // Whom a place knows is looked for in the CRM.
  'sources',
];

/** After a fundraising platform was read. */
export const STALE_AFTER_SOURCES: readonly Topic[] = ['sources', 'matching', ...PAPER, ...DONOR, 'verify', 'followups'];

/** What a command makes stale, by its name or else by what stands before the dot. Queries make nothing stale. */
const STALE: Readonly<Record<string, readonly Topic[]>> = {
  'session.touch': [],
  'session.signIn': TOPICS,
  'session.recover': TOPICS,
  workstations: ['workstations'],
  crashes: ['crashes'],
  people: ['people', 'session', 'followups', 'today'],
  talk: ['talk', 'call', 'today'],
  'call.dial': ['telephone', ...CALL],
  session: ['session', 'today', 'list'],
  today: ['today', 'practice'],
  call: CALL,
  donor: ['followups', ...PAPER, ...DONOR],
  forecast: ['forecast'],
  files: ['files'],
  practice: ['practice'],
  followups: ['followups', ...DONOR],
  verify: ['verify', ...DONOR],
  settings: ['settings', 'session', 'today', 'call', 'donor', 'verify', ...PAPER, ...LISTS],
  charity: ['charity', 'session', 'today', 'call', ...PAPER],
  briefing: ['briefing', 'call', 'donor', 'followups'],
  retention: ['retention', 'call', 'donor', 'followups'],
  erasure: [...STALE_AFTER_SYNC, 'erasure'],
  post: ['post', 'donor', 'sync', 'list'],
  sync: STALE_AFTER_SYNC,
  telephone: ['telephone', 'call', 'today'],
  sources: STALE_AFTER_SOURCES,
  matching: STALE_AFTER_SOURCES,
  'connection.beginSignIn': ['connection'],
  'connection.openSignIn': [],
  'connection.cancelSignIn': ['connection'],
  connection: ['connection', 'session', 'today', 'call', 'sync', 'settings', ...PAPER, ...LISTS],
};

/** @param command its name in the contract */
export function staleAfter(command: string): readonly Topic[] {
  return STALE[command] ?? STALE[command.split('.')[0] ?? ''] ?? [];
}
