/** What protects when a spreadsheet is read in as a place beside the CRM (docs/decisions/0039), and taken back. */
import type { Protection } from './protection.ts';

const SHEET = 'tests/integration/sources/sheet.test.ts';
const BAD_FILES = 'tests/integration/files/bad-files.test.ts';

export const PLACE_PROTECTIONS: readonly Protection[] = [
  {
    name: 'nobody but a coordinator reads a file in',
    file: 'contract/procedures/files.ts',
    text: "const COORDINATOR = ['coordinator'] as const;",
    instead: "const COORDINATOR = ['coordinator', 'caller'] as const;",
    tests: ['tests/integration/backend/roles.test.ts'],
  },
  {
    name: 'what a file of a place says goes out as no formula',
    file: 'electron/backend/files/export/cell.ts',
    text: "if (typeof cell === 'string') return writeCell(cell);",
    instead: "if (typeof cell === 'string') return cell;",
    tests: [SHEET],
  },
  {
    name: 'what of a workbook is held in memory is bounded',
    file: 'sync/files/xlsx/archive.ts',
    text: 'if (text.length > MOST_BYTES_IN_MEMORY) throw bomb(file);',
    instead: '',
    tests: [BAD_FILES],
  },
  {
    name: 'an objection in a file of a place holds as soon as somebody is recognised',
    file: 'electron/backend/files/recognition.ts',
    text: 'isToSend = (await tellCrm({ now, newId }, writer, ids.length === 0 ? null : ids)) || isToSend;',
    instead: '',
    tests: [SHEET],
  },
  {
    name: 'an objection that the CRM has is not taken back with the file',
    file: 'electron/backend/files/tell-crm.ts',
    text: "if (operation?.state !== 'waiting' || operation.tries > 0) return;",
    instead: 'if (operation === null) return;',
    tests: [SHEET],
  },
  {
    name: 'who was erased is not brought back by a file of a place',
    file: 'sync/files/take/take-people.ts',
    text: '!erased.has(key) && (gift === null || !erased.has(gift.key))',
    instead: 'key.length > 0 && (gift === null || gift.key.length > 0)',
    tests: [SHEET],
  },
  {
    name: 'a place does not go while its objection is still to be sent',
    file: 'electron/backend/handlers/file-places.ts',
    text: "  if (why !== null) throw new Refusal('refused', why);\n",
    instead: '',
    tests: ['tests/integration/sources/remove-place.test.ts'],
  },
  {
    name: 'a number in a file links nobody whose name and postcode are another’s',
    file: 'domain/matching/own-number.ts',
    text: 'const [only, ...others] = numbered.filter((donor) => isSheByNumber(person, donor));',
    instead: 'const [only, ...others] = numbered;',
    tests: ['tests/integration/sources/own-number.test.ts'],
  },
  {
    name: 'taking a file back takes its links',
    file: 'db/imports/undo-place.ts',
    text: 'await sql`DELETE FROM source_link WHERE source_donor_id IN ${inList(ids)}`.execute(transaction);',
    instead: '',
    tests: [SHEET],
  },
  {
    name: 'taking a file back takes what counted because of it',
    file: 'db/imports/undo-place.ts',
    text: '  await settleSources(writer, donorIds);\n',
    instead: '',
    tests: [SHEET],
  },
];
