/** What protects the log, the lists, the search and the revocation of a workstation, and how each is switched off. */
import type { Protection } from './protection.ts';

const LOOKS = 'tests/integration/backend/donor-page.test.ts';
const CHAIN = 'tests/property/audit-chain.test.ts';
const REVOKED = 'tests/integration/sync/revoked.test.ts';

export const TRAIL_PROTECTIONS: readonly Protection[] = [
  {
    name: 'a list is for whoever works in its lane',
    file: 'electron/backend/donor/access.ts',
    text: "if (person.roles.includes(lane) || person.roles.includes('coordinator')) return;",
    instead: 'return;',
    tests: [LOOKS],
  },
  {
    name: 'a donor outside the list asks for a reason',
    file: 'electron/backend/donor/access.ts',
    text: "if (isCoordinator(context)) return recordLook(context, donorId, { why: 'coordinates', words: '' });",
    instead: 'return;',
    tests: [LOOKS],
  },
  {
    name: 'a search shows name and place alone of somebody outside the list',
    file: 'electron/backend/handlers/donor.ts',
    text: 'if (whole.has(donor.donorId)) return [found];',
    instead: 'return [found];',
    tests: ['tests/integration/backend/search.test.ts'],
  },
  {
    name: 'a line of the log hangs on the one before',
    file: 'db/audit-chain.ts',
    text: '.update(JSON.stringify([before, ...fields]))',
    instead: '.update(JSON.stringify(fields))',
    tests: [CHAIN, 'tests/unit/db/migration-0200.test.ts'],
  },
  {
    name: 'lines that are gone from the end of the log are missed',
    file: 'db/audit-chain.ts',
    text: 'if (head.id !== last.id || head.hash !== last.hash) return',
    instead: 'if (head.id === -1) return',
    tests: [CHAIN],
  },
  {
    name: 'a log that was written anew no longer fits the snapshots',
    file: 'db/audit-chain.ts',
    text: 'const other = anchors.find(({ id, hash }) => hashes.get(id) !== hash);',
    instead: 'const other = anchors.find(() => false);',
    tests: [CHAIN],
  },
  {
    name: 'the guards of the log are set again after a profile was emptied',
    file: 'db/forget-everything.ts',
    text: 'for (const { statement } of guards) await sql.raw(statement).execute(transaction);',
    instead: '',
    tests: [CHAIN],
  },
  {
    name: 'what was typed about a donor is not in the log itself',
    file: 'electron/backend/donor/access.ts',
    text: 'detail: { why, day: today },',
    instead: 'detail: { why, day: today, words },',
    tests: [LOOKS],
  },
  {
    name: 'a revocation is read twice, with the question who we are in between',
    file: 'sync/workstations/check-in.ts',
    text: "if (again === null || again.state === 'working' || again.crmId !== seen.crmId) return false;",
    instead: 'if (again === null) return false;',
    tests: [REVOKED],
  },
  {
    name: 'a revocation is of this very workstation',
    file: 'sync/crm/civicrm/workstations.ts',
    text: "const found = known.find(({ subject, details }) => `${subject}${details ?? ''}`.includes(workstationMark(id)));",
    instead: 'const found = known[0];',
    tests: [REVOKED],
  },
  {
    name: 'what waits is sent before a workstation wipes itself',
    file: 'electron/backend/workstation/wipe-store.ts',
    text: 'if (waiting === 0) return true;',
    instead: 'if (waiting >= 0) return true;',
    tests: [REVOKED],
  },
  {
    name: 'a wipe that was interrupted is finished by the next start',
    file: 'db/wipe.ts',
    text: 'finishWipe(folder);\n  return readNote(noteOfWiped(folder));',
    instead: 'return readNote(noteOfWiped(folder));',
    tests: [REVOKED],
  },
];
