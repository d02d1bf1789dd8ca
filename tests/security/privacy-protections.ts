/** What protects donors who were erased, and what is kept and told of a donor. */
import type { Protection } from './protection.ts';

const SOURCES = 'tests/integration/sources/kentaa.test.ts';
const ERASURE = 'tests/integration/backend/erasure.test.ts';
const RETENTION = 'tests/property/retention.test.ts';
const FILES_OUT = 'tests/integration/files/exports.test.ts';
const EXPORT = 'tests/integration/backend/donor-export.test.ts';

export const PRIVACY_PROTECTIONS: readonly Protection[] = [
  {
    name: 'an erased donor does not come back from a fundraising platform',
    file: 'db/sources/save-records.ts',
    text: 'if (keysOf(record).some((key) => erased.has(key))) continue;',
    instead: '',
    tests: [SOURCES],
  },
  {
    name: 'who took back her consent at a platform is not called',
    file: 'db/queries/overlay-facts.ts',
    text: '(${REVOKED_ELSEWHERE}',
    instead: '(0',
    tests: [SOURCES],
  },
  {
    name: 'an anonymous gift makes no call',
    file: 'db/sources/settle.ts',
    text: 'AND gift.is_anonymous = 0',
    instead: '',
    tests: [SOURCES],
  },
  {
    name: 'the key of a platform follows no redirect',
    file: 'sync/sources/kentaa/client.ts',
    text: "redirect: 'manual',",
    instead: "redirect: 'follow',",
    tests: ['tests/contract/kentaa/kentaa.test.ts'],
  },
  {
    name: 'the key of a platform travels encrypted or not at all',
    file: 'sync/sources/kentaa/client.ts',
    text: 'if (!isEncrypted(site.address)) throw redirected();',
    instead: '',
    tests: ['tests/contract/kentaa/kentaa.test.ts'],
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
    text: '  await finishErasures(store, now(), at);\n  await finishImports',
    instead: '  await finishImports',
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
    name: 'a file of donors is in the log before it can be fetched',
    file: 'electron/backend/handlers/files.ts',
    text: "action: 'export',",
    instead: "action: 'postcodes',",
    tests: [FILES_OUT],
  },
  {
    name: 'a file that was made is fetched by whoever asked for it',
    file: 'electron/backend/files/export-service.ts',
    text: 'const file = made.get(personId);\n      if (',
    instead: 'const file = [...made.values()][0];\n      if (',
    tests: [FILES_OUT],
  },
  {
    name: 'a file that waits is encrypted on the disk',
    file: 'sync/files/staged/spool.ts',
    text: 'Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])',
    instead: 'Buffer.concat([bytes, (cipher.update(bytes), cipher.final()), cipher.getAuthTag()])',
    tests: [FILES_OUT],
  },
  {
    name: 'an archive that would fill the memory is refused by what it says',
    file: 'sync/files/xlsx/archive.ts',
    text: 'if (unpacked > MOST_BYTES_OF_A_PART || isBlownUp) throw bomb(file);',
    instead: 'void isBlownUp;',
    tests: ['tests/integration/files/bad-files.test.ts'],
  },
  {
    name: 'no cell of a CSV is a formula',
    file: 'domain/results/csv.ts',
    text: "return FORMULA.test(text) ? `'${text}` : text;",
    instead: 'return text;',
    tests: [FILES_OUT, 'tests/unit/domain/results.test.ts'],
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
];
