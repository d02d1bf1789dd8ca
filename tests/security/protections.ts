/** Everything that protects and can be switched off (protection.ts): here the backend, the database and the way to the CRM. */
import type { Protection } from './protection.ts';
import { HOST_PROTECTIONS } from './host-protections.ts';
import { PLACE_PROTECTIONS } from './place-protections.ts';
import { PRIVACY_PROTECTIONS } from './privacy-protections.ts';
import { SIGN_IN_PROTECTIONS } from './sign-in-protections.ts';
import { SALESFORCE_PROTECTIONS } from './salesforce-protections.ts';
import { TRAIL_PROTECTIONS } from './trail-protections.ts';
import { UPDATE_PROTECTIONS } from './update-protections.ts';

const ROLES = 'tests/integration/backend/roles.test.ts';
const FUZZ = 'tests/fuzz/contract.test.ts';
const CONNECT = 'tests/integration/backend/connect.test.ts';
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
  ...HOST_PROTECTIONS,
  ...PLACE_PROTECTIONS,
  ...PRIVACY_PROTECTIONS,
  ...SIGN_IN_PROTECTIONS,
  ...SALESFORCE_PROTECTIONS,
  ...TRAIL_PROTECTIONS,
  ...UPDATE_PROTECTIONS,
];
