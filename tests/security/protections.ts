/**
 * What protects, and how it is switched off: a text in a file of the program, and what stands there instead. With each
 * of them a test must fail, or the test proves nothing. The program itself has no switch for any of it.
 */

import { TRAIL_PROTECTIONS } from './trail-protections.ts';

export interface Protection {
  readonly name: string;
  readonly file: string;
  /** Stands there exactly once. */
  readonly text: string;
  readonly instead: string;
  /** The tests that must notice. */
  readonly tests: readonly string[];
}

const ROLES = 'tests/integration/backend/roles.test.ts';
const FUZZ = 'tests/fuzz/contract.test.ts';
const GUARD = 'tests/unit/loopback/guard.test.ts';
const BODY = 'tests/unit/loopback/body.test.ts';
const SESSION = 'tests/unit/loopback/session.test.ts';
const SHELL = 'tests/unit/shell/guards.test.ts';
const START = 'tests/unit/shell/start-app.test.ts';
const CONNECT = 'tests/integration/backend/connect.test.ts';
const ERASURE = 'tests/integration/backend/erasure.test.ts';
const RETENTION = 'tests/property/retention.test.ts';
const EXPORT = 'tests/integration/backend/donor-export.test.ts';
const FINDS = 'tests/fuzz/finds.test.ts';

export const PROTECTIONS: readonly Protection[] = [
  {
    name: 'the role is checked before the question is looked at',
    file: 'electron/backend/dispatcher.ts',
    text: 'if (person === null || !procedure.roles.some((role) => person.roles.includes(role))) {',
    instead: 'if (person === null) {',
    tests: [ROLES],
  },
  {
    name: 'nobody is answered before signing in',
    file: 'electron/backend/dispatcher.ts',
    text: "if (await hasPeople(store.reader)) throw new Refusal('locked', LOCKED);",
    instead: '',
    tests: [ROLES],
  },
  {
    name: 'a question is parsed by its schema',
    file: 'electron/backend/dispatcher.ts',
    text: "if (!parsed.success) throw new Refusal('invalid-input', INVALID_INPUT);",
    instead:
      'if (!parsed.success) return procedure.output.parse(await (handlers[name] as (c: unknown, i: unknown) => unknown)(await askContext(context, person), input));',
    tests: [FUZZ],
  },
  {
    name: 'no account number in an answer to a caller',
    file: 'electron/backend/dispatcher.ts',
    text: 'return procedure.output.parse(output);',
    instead: 'return { ...(output as object), iban: "NL91ABNA0417164300" };',
    tests: [ROLES],
  },
  {
    name: 'Host must be ours',
    file: 'electron/loopback/request-guard.ts',
    text: "if (!isOnly(headers['host'], [own.host])) return",
    instead: 'if (false) return',
    tests: [GUARD],
  },
  {
    name: 'Origin must be ours',
    file: 'electron/loopback/request-guard.ts',
    text: "if ((needsOrigin || headers['origin'] !== undefined) && !isOnly(headers['origin'], [own.origin])) {",
    instead: 'if (false) {',
    tests: [GUARD],
  },
  {
    name: 'no request of another site',
    file: 'electron/loopback/request-guard.ts',
    text: "if (headers['sec-fetch-site'] !== undefined && !isOnly(headers['sec-fetch-site'], ownSites)) {",
    instead: 'if (false) {',
    tests: [GUARD],
  },
  {
    name: 'no form of another site',
    file: 'electron/loopback/request-guard.ts',
    text: "if (types?.length !== 1 || !JSON_TYPE.test(types[0] ?? '')) return",
    instead: 'if (false) return',
    tests: [GUARD, BODY],
  },
  {
    name: 'no chunks, so nothing hides in them',
    file: 'electron/loopback/request-guard.ts',
    text: "if (headers['transfer-encoding'] !== undefined) return",
    instead: 'if (false) return',
    tests: [BODY],
  },
  {
    name: 'no other HTTP than 1.1',
    file: 'electron/loopback/request-guard.ts',
    text: "if (version !== '1.1') return",
    instead: 'if (false) return',
    tests: [BODY],
  },
  {
    name: 'nothing is answered behind a request that is being answered',
    file: 'electron/loopback/loopback-host.ts',
    text: 'if (before?.writableFinished === false) return endAfter(before, request.socket);',
    instead: '',
    tests: [BODY],
  },
  {
    name: 'a body is bounded',
    file: 'electron/loopback/read-json.ts',
    text: "if (size > limit) return { status: 413, refused: 'body-too-large' };",
    instead: '',
    tests: [BODY],
  },
  {
    name: 'no name that reaches a prototype',
    file: 'electron/loopback/read-json.ts',
    text: 'if (REFUSED_NAMES.has(name))',
    instead: 'if (false)',
    tests: [BODY],
  },
  {
    name: 'the token of the address is worth one session',
    file: 'electron/loopback/one-time-token.ts',
    text: 'live = null;\n      return isInTime;',
    instead: 'return isInTime;',
    tests: [SESSION],
  },
  {
    name: 'the token of the address is worth nothing after a while',
    file: 'electron/loopback/one-time-token.ts',
    text: 'const isInTime = options.now() < live.validUntil;',
    instead: 'const isInTime = true;',
    tests: [SESSION],
  },
  {
    name: 'a question needs a session',
    file: 'electron/loopback/answer-request.ts',
    text: "// Before the body: a stranger's megabyte is not even read.\n  if (!parts.sessions.isIn(request.headers.cookie)) return NO_SESSION;",
    instead: '',
    tests: [SESSION, BODY],
  },
  {
    name: 'events need a session',
    file: 'electron/loopback/answer-request.ts',
    text: "case 'events':\n      if (!parts.sessions.isIn(request.headers.cookie)) return NO_SESSION;",
    instead: "case 'events':",
    tests: [SESSION, 'tests/unit/loopback/resources.test.ts'],
  },
  {
    name: 'the policy lets in no script from elsewhere',
    file: 'electron/launch/security-headers.ts',
    text: '"script-src \'self\'",',
    instead: "\"script-src * 'unsafe-inline' 'unsafe-eval'\",",
    tests: [GUARD],
  },
  {
    name: 'the page speaks to its own host alone',
    file: 'electron/launch/security-headers.ts',
    text: '"connect-src \'self\'",',
    instead: '"connect-src *",',
    tests: [GUARD],
  },
  {
    name: 'every permission is denied',
    file: 'electron/shell/lock-session.ts',
    text: 'session.setPermissionCheckHandler(() => false);',
    instead: 'session.setPermissionCheckHandler(() => true);',
    tests: [SHELL],
  },
  {
    name: 'no network from the page',
    file: 'electron/shell/lock-session.ts',
    text: 'decide({ cancel: !isOwn });',
    instead: 'decide({ cancel: false });',
    tests: [SHELL],
  },
  {
    name: 'no download but what our own page made',
    file: 'electron/shell/lock-session.ts',
    text: 'if (!isOwnFile(item)) event.preventDefault();',
    instead: '',
    tests: [SHELL],
  },
  {
    name: 'no window beside ours',
    file: 'electron/shell/guard-contents.ts',
    text: "return { action: 'deny' };",
    instead: "return { action: 'allow' };",
    tests: [SHELL],
  },
  {
    name: 'no page in place of ours',
    file: 'electron/shell/guard-contents.ts',
    text: 'if (ownPath(event.url) !== null) return true;',
    instead: 'if (event.url !== "") return true;',
    tests: [SHELL],
  },
  {
    name: 'what leaves the app is a telephone number, built from digits',
    file: 'electron/shell/telephone-link.ts',
    text: 'const TELEPHONE = /^tel:(\\+?)(\\d{6,15})$/;',
    instead: 'const TELEPHONE = /^tel:(\\+?)(.+)$/;',
    tests: [SHELL],
  },
  {
    name: 'a port to the backend is for our own page alone',
    file: 'electron/shell/hand-out-ports.ts',
    text: 'if (senderFrame === null || !isOwnPage(senderFrame, ownContents())) {',
    instead: 'if (senderFrame === null) {',
    tests: [START],
  },
  {
    name: 'a page in a frame is not our own page',
    file: 'electron/shell/hand-out-ports.ts',
    text: 'return isMainFrame && frame.parent === null',
    instead: 'return (isMainFrame || frame.parent !== null)',
    tests: [START],
  },
  {
    name: 'no debugger in what users install',
    file: 'electron/shell/start-app.ts',
    text: 'if (app.isPackaged && DEBUG_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) {',
    instead: 'if (false) {',
    tests: [START],
  },
  {
    name: 'a key store whose password everybody knows is refused',
    file: 'electron/shell/key-store.ts',
    text: "if (keeper === 'basic_text' || keeper === 'unknown') throw",
    instead: 'if (false) throw',
    tests: ['tests/unit/shell/key-store.test.ts'],
  },
  {
    name: 'every page of the database is encrypted',
    file: 'db/open/connection.ts',
    text: '    unlock(database, key);',
    instead: '',
    tests: ['tests/unit/db/open-ladder.test.ts'],
  },
  {
    name: 'what is acknowledged is on the disk',
    file: 'db/open/connection.ts',
    text: "['synchronous', 'FULL', 2],",
    instead: "['synchronous', 'OFF', 0],",
    tests: ['tests/unit/db/open-ladder.test.ts', 'tests/unit/db/keeping.test.ts'],
  },
  {
    name: 'what is deleted is overwritten',
    file: 'db/open/connection.ts',
    text: "['secure_delete', 'ON', 1],",
    instead: "['secure_delete', 'OFF', 0],",
    tests: ['tests/unit/db/open-ladder.test.ts', 'tests/integration/backend/erasure.test.ts'],
  },
  {
    name: 'a PIN is waited for after misses',
    file: 'electron/backend/people/check-pin.ts',
    text: "if (wait > 0) throw new Refusal('refused', waitFirst(wait));",
    instead: '',
    tests: ['tests/integration/backend/people.test.ts'],
  },
  {
    name: 'whoever left is nobody any more',
    file: 'db/queries/people.ts',
    text: ".where('id', '=', id)\n    .where('is_active', '=', 1)",
    instead: ".where('id', '=', id)",
    tests: ['tests/integration/backend/people.test.ts'],
  },
  {
    name: 'a donor outside the list needs a reason',
    file: 'electron/backend/donor/access.ts',
    text: 'if ((await withAccess(context, [donorId])).has(donorId)) return;',
    instead: 'if (donorId > 0) return;',
    tests: ['tests/integration/backend/donor-page.test.ts'],
  },
  {
    name: 'the log is chained',
    file: 'db/queries/audit.ts',
    text: 'const hash = hashOf(head?.hash ?? BEFORE_THE_FIRST, row);',
    instead: 'const hash = hashOf(BEFORE_THE_FIRST, row);',
    tests: ['tests/integration/backend/audit.test.ts'],
  },
  {
    name: 'the key of the CRM follows no redirect',
    file: 'sync/crm/civicrm/http.ts',
    text: "redirect: 'manual',",
    instead: "redirect: 'follow',",
    tests: [CONNECT],
  },
  {
    name: 'the key of the CRM is in no words of the CRM',
    file: 'sync/crm/civicrm/http.ts',
    text: "return apiKey === '' ? text : text.replaceAll(apiKey, '…');",
    instead: 'return text;',
    tests: ['tests/integration/backend/key-nowhere.test.ts'],
  },
  {
    name: 'an answer of the CRM is bounded',
    file: 'sync/crm/civicrm/http.ts',
    text: "if (bytes > LARGEST_ANSWER_BYTES) throw notCiviCrm('answer too large');",
    instead: '',
    tests: [CONNECT],
  },
  {
    name: 'a certificate that nobody vouches for is refused',
    file: 'sync/crm/civicrm/own-authority.ts',
    text: 'new Agent({ ca: [...rootCertificates, pem], keepAlive: true })',
    instead: 'new Agent({ rejectUnauthorized: false, keepAlive: true })',
    tests: ['tests/integration/backend/own-authority.test.ts'],
  },
  {
    name: 'a row of the CRM has a number',
    file: 'sync/crm/civicrm/paging.ts',
    text: 'if (!rows.success) throw rowsWithoutId();\n  return rows.data;',
    instead: 'return z.array(rowSchema).parse(values);',
    tests: [FINDS],
  },
  {
    name: 'a text of the CRM is no book',
    file: 'sync/crm/civicrm/rows.ts',
    text: 'email: z.string().max(500).nullish(),',
    instead: 'email: z.string().nullish(),',
    tests: [FINDS],
  },
  {
    name: 'another organisation behind the same address is refused',
    file: 'sync/crm/civicrm/identity.ts',
    text: 'if (found === null || !isSame(known, found)) throw',
    instead: 'if (found === null) throw',
    tests: ['tests/integration/backend/connection.test.ts'],
  },
  {
    name: 'a key that is kept goes only where it was sent before',
    file: 'electron/backend/handlers/connection.ts',
    text: 'if (site !== null && addresses.every((address) => new URL(address).host === host)) return site.apiKey;',
    instead: 'if (site !== null) return site.apiKey;',
    tests: ['tests/integration/backend/connection.test.ts'],
  },
  {
    name: 'a call is recognised when it was sent before',
    file: 'sync/push.ts',
    text: 'wasTried: operation.tries > 0,',
    instead: 'wasTried: false,',
    tests: ['tests/integration/sync/crash-points.test.ts', 'tests/integration/sync/push.test.ts'],
  },
  {
    name: 'an erased donor does not come back',
    file: 'db/erasure/guard.ts',
    text: 'WHEN EXISTS (SELECT 1 FROM main.tombstone)',
    instead: 'WHEN 0 = 1 AND EXISTS (SELECT 1 FROM main.tombstone)',
    tests: ['tests/integration/backend/erasure.test.ts'],
  },
  {
    name: 'the number of who objected is not taken over again',
    file: 'db/erasure/guard.ts',
    text: "WHEN EXISTS (SELECT 1 FROM main.tombstone WHERE kind = 'phone') AND",
    instead: 'WHEN 0 AND',
    tests: [ERASURE],
  },
  {
    name: 'a bare row gets nothing back',
    file: 'db/erasure/guard.ts',
    text: 'WHEN EXISTS (SELECT 1 FROM main.bare_donor WHERE donor_id = NEW.donor_id)',
    instead: 'WHEN 0',
    tests: [ERASURE],
  },
  {
    name: 'no word of an erased donor stays in the search index',
    file: 'db/erasure/scrub.ts',
    text: "database.exec(`INSERT INTO donor_search (donor_search) VALUES ('optimize')`);",
    instead: '',
    tests: [ERASURE],
  },
  {
    name: 'older snapshots go after an erasure',
    file: 'db/erasure/scrub.ts',
    text: 'if (older.path !== path) rmSync(older.path, { force: true });',
    instead: 'if (older.path === path) continue;',
    tests: [ERASURE],
  },
  {
    name: 'the outbox copy is written anew after an erasure',
    file: 'db/erasure/scrub.ts',
    text: 'outboxCopy.keepOnly(outboxCopy.read().filter(isKept));',
    instead: '',
    tests: [ERASURE],
  },
  {
    name: 'an erasure that was cut off is finished at the next start',
    file: 'electron/backend/open-backend.ts',
    text: '  await finishErasures(store, now(), at);\n  const replayed',
    instead: '  const replayed',
    tests: [ERASURE],
  },
  {
    name: 'an objection still goes out after an erasure',
    file: 'db/erasure/erase-donors.ts',
    text: "(kind = 'objection' OR (kind = 'flag' AND body ->> 'value' = 1))",
    instead: '0',
    tests: [ERASURE],
  },
  {
    name: 'an erasure is confirmed by the number',
    file: 'electron/backend/privacy/erase-here.ts',
    text: "if (number !== numberOf(donor)) throw new Refusal('refused', OTHER_NUMBER);",
    instead: '',
    tests: [ERASURE],
  },
  {
    name: 'what has not been sent outlives its term',
    file: 'domain/privacy/retention.ts',
    text: 'from !== null && thing.isSettled &&',
    instead: 'from !== null &&',
    tests: [RETENTION],
  },
  {
    name: 'an export is in the log before it is handed out',
    file: 'electron/backend/handlers/donor-export.ts',
    text: "  await noteExport(context, 'everything', [donorId]);\n  return {",
    instead: '  return {',
    tests: [EXPORT],
  },
  {
    name: 'the log is never given what an error says',
    file: 'electron/backend/open-backend.ts',
    text: 'return { type: error.name, code, at };',
    instead: 'return { type: `${error.name} +31612345678`, code, at };',
    tests: ['tests/integration/backend/stolen-file.test.ts'],
  },
  {
    name: 'no word of who leaves the slice stays in the search index',
    file: 'sync/pull/update-slice.ts',
    text: 'if (hasLeft) await',
    instead: 'if (false) await',
    tests: ['tests/integration/sync/leaving.test.ts'],
  },
  {
    name: 'an answer about somebody who was erased meanwhile comes back to nothing',
    file: 'sync/push.ts',
    text: "if (known === null || (answer.kind !== 'applied' && known.state !== 'waiting')) return;",
    instead: "if (known !== null && answer.kind !== 'applied' && known.state !== 'waiting') return;",
    tests: [ERASURE],
  },
  ...TRAIL_PROTECTIONS,
];
