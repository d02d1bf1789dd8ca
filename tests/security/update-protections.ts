/** What protects the program itself: an update that is not ours, not whole, or not now. */
import type { Protection } from './protection.ts';

const REAL = 'tests/integration/updates/electron-updater.test.ts';
const DECIDE = 'tests/unit/updates/decide.test.ts';
const BACKEND = 'tests/integration/backend/updates.test.ts';
const DOWNGRADE = 'tests/integration/upgrade/downgrade.test.ts';

export const UPDATE_PROTECTIONS: readonly Protection[] = [
  {
    name: 'an update comes over https',
    file: 'electron/updates/way.ts',
    text: "if (feed === null || !isTrustworthy(feed.url)) return 'no-feed';",
    instead: "if (feed === null) return 'no-feed';",
    tests: [DECIDE],
  },
  {
    name: 'an installer for Windows has a publisher',
    file: 'electron/updates/way.ts',
    text: "if (platform === 'win32' && !feed.hasPublisher) return 'unsigned';",
    instead: '',
    tests: [DECIDE],
  },
  {
    name: 'no trial version in the stable channel',
    file: 'electron/updates/acceptable.ts',
    text: "if (channel === 'stable' && isBeta(version)) return 'wrong';",
    instead: '',
    tests: [DECIDE, REAL],
  },
  {
    name: 'no file of another place',
    file: 'electron/updates/acceptable.ts',
    text: 'isOwnFile(url) && isSha512(sha512)',
    instead: 'isSha512(sha512)',
    tests: [DECIDE, REAL],
  },
  {
    name: 'no answer without end',
    file: 'electron/updates/bounds.ts',
    text: 'if (bytes > most) answer.destroy(',
    instead: 'if (bytes < 0) answer.destroy(',
    tests: [REAL],
  },
  {
    name: 'no way back to an older version',
    file: 'electron/updates/acceptable.ts',
    text: "if (!isLater(version, current)) return 'older';",
    instead: '',
    tests: [DECIDE],
  },
  {
    name: 'no update in a call',
    file: 'electron/updates/decide.ts',
    text: 'if (isInCall) {',
    instead: 'if (false) {',
    tests: [DECIDE, BACKEND],
  },
  {
    name: 'no update with something unsent',
    file: 'electron/updates/decide.ts',
    text: 'if (waiting > 0) {',
    instead: 'if (false) {',
    tests: [DECIDE, BACKEND],
  },
  {
    name: 'no update without a copy',
    file: 'electron/updates/keeper.ts',
    text: 'await desk.snapshot();',
    instead: '',
    tests: [BACKEND, REAL],
  },
  {
    name: 'an older program leaves newer data alone',
    file: 'db/open/migrate.ts',
    text: "if (shapeOf(database) > newest) throw new DatabaseFailure('newer');",
    instead: '',
    tests: [DOWNGRADE],
  },
];
