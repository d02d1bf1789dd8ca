/** Workbooks as no program should write them: each part with something that is not so, and then perhaps bytes that are not. */
import { zipOf } from '../support/zip.ts';
import type { Dice } from './dice.ts';
import { HOSTILE_TEXTS } from './hostile.ts';

const NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEADERS = ['Nummer', 'Voornaam', 'Achternaam', 'E-mail', 'Datum', 'Bedrag', 'Niet bellen'];
/** Before the first day that Excel knows, the day that never was, the last, and what is none at all. */
const SERIALS = [
  '0',
  '1',
  '59',
  '60',
  '61',
  '1462',
  '45975',
  '45975.999999',
  '2958465',
  '2958466',
  '-1',
  '1e308',
  'NaN',
];
const REFERENCES = ['A1', 'XFD1048576', 'XFE1', 'ZZZZZZZZ1', 'A0', '1A', '', 'A99999999999999', 'é1', '$A$1'];
const ENTITIES = [
  '&amp;&lt;&#x41;&#0;',
  '&#xD800;',
  '&#x110000;',
  '&nosuch;',
  '&#99999999999999999999;',
  '_x0000__xD800__x005F_',
  '<![CDATA[ <v>9</v> ]]>',
  '<!-- -- -->',
];
const SOUND_ENTITIES = ['&amp;&lt;&#x41;', '_x0000__xD800__x005F_', '<![CDATA[ <v>9</v> ]]>'];
const SOUND_TEXTS = HOSTILE_TEXTS.filter((text) =>
  /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text),
);
/** Would read a file, or grow without end, where entities are carried out. */
const DOCUMENT_TYPES = [
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>',
  '<?xml version="1.1" encoding="UTF-7"?>',
  '\uFEFF<?xml version="1.0"?>',
];

export function strangeWorkbook(dice: Dice): Buffer {
  // What XML itself forbids ends the reading of the whole sheet: most have none of it.
  const isWild = dice.onceIn(4);
  const maybe = (times: number, text: string): string => (dice.onceIn(times) ? text : '');
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (column: number, line: number): string => {
    const name = dice.onceIn(25) ? dice.pick(REFERENCES) : `${String.fromCharCode(65 + column)}${line}`;
    const at = dice.onceIn(12) ? '' : ` r="${name}"`;
    const style = maybe(3, ` s="${dice.pick(['1', '0', '77', '-3', 'x'])}"`);
    switch (dice.number(9)) {
      case 0:
        return `<c${at}${style} t="s"><v>${dice.pick(['0', '1', '2', '999999', '-1', '1.5', 'x', ''])}</v></c>`;
      case 1:
        return `<c${at}${style}><v>${dice.pick(SERIALS)}</v></c>`;
      case 2:
        return `<c${at}${style}><f>${dice.pick(['1+1', 'HYPERLINK("x")', "cmd|' /C calc'!A0"])}</f>${maybe(2, '<v>2</v>')}</c>`;
      case 3:
        return `<c${at} t="e"><v>#N/A</v></c>`;
      case 4:
        return `<c${at} t="${dice.pick(['b', 'd', 'str', 'nothing', ''])}"><v>${dice.pick(SERIALS)}</v></c>`;
      case 5:
        return `<c${at} t="inlineStr"><is><t>${dice.pick(isWild ? ENTITIES : SOUND_ENTITIES)}</t></is></c>`;
      case 6:
        return `<c${at} t="inlineStr"><is><t>${escaped(dice.pick(isWild ? HOSTILE_TEXTS : SOUND_TEXTS))}</t></is></c>`;
      default:
        return `<c${at} t="inlineStr"><is><t>${dice.pick(['Anna', 'Smit', 'a@b.example', '14-11-2026', '25,00', 'J'])}</t></is></c>`;
    }
  };
  const row = (line: number): string => {
    const number = dice.onceIn(15) ? dice.pick(['0', '-1', '1048577', '99999999999', 'x', '2']) : String(line);
    return `<row r="${number}"${maybe(9, ' hidden="1"')}>${HEADERS.map((_, column) => cell(column, line)).join('')}</row>`;
  };
  const head = `<row r="1">${HEADERS.map((name, at) => `<c r="${String.fromCharCode(65 + at)}1" t="inlineStr"><is><t>${name}</t></is></c>`).join('')}</row>`;
  const rows = Array.from({ length: dice.number(30) }, (_, index) => row(index + 2)).join('');
  const dimension = maybe(2, `<dimension ref="${dice.pick(['A1:XFD1048576', 'A1', 'x', 'A1:ZZZ9999999999'])}"/>`);
  const merged = maybe(4, `<mergeCells><mergeCell ref="${dice.pick(['A1:XFD1048576', 'A2:B3', ''])}"/></mergeCells>`);
  const sheet = `${maybe(8, dice.pick(DOCUMENT_TYPES))}<worksheet ${NAMESPACES}>${dimension}<sheetData>${maybe(9, ' '.repeat(3_000_000))}${dice.onceIn(10) ? '' : head}${rows}</sheetData>${merged}</worksheet>`;
  const strings = Array.from(
    { length: dice.number(4) },
    () => `<si><t>${escaped(dice.pick(isWild ? HOSTILE_TEXTS : SOUND_TEXTS))}</t></si>`,
  );
  const target = dice.onceIn(10)
    ? dice.pick(['worksheets/none.xml', '../../../../etc/passwd', '/xl/workbook.xml', '', 'sharedStrings.xml'])
    : 'worksheets/sheet1.xml';
  const parts: Record<string, string> = {
    'xl/workbook.xml': `${maybe(12, dice.pick(DOCUMENT_TYPES))}<workbook ${NAMESPACES}><workbookPr${maybe(2, ' date1904="1"')}/><sheets><sheet name="${dice.pick(['Een', '', '../x', '&#x1F600;'])}" sheetId="1"${maybe(8, ' state="veryHidden"')} r:id="rId1"/>${maybe(6, '<sheet name="Twee" sheetId="2" r:id="rId404"/>')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="${target}"/><Relationship Id="rId90" Type="http://x/styles" Target="styles.xml"/>${maybe(2, '<Relationship Id="rId91" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${NAMESPACES}><numFmts><numFmt numFmtId="170" formatCode="${dice.pick(['dd-mm-yyyy', 'y'.repeat(5_000), '[$-413]d mmmm;@', ''])}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="${dice.pick(['14', '170', '9999', 'x'])}"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${NAMESPACES} count="${dice.pick(['4', '99999999999', '-1'])}">${strings.join('')}</sst>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  for (const name of Object.keys(parts)) if (dice.onceIn(60)) delete parts[name];
  return spoilBytes(dice.onceIn(25) ? zipOf(parts, { claims: 100 }) : zipOf(parts), dice);
}

/** A bomb, a piece of an archive, or bytes that turned over. */
function spoilBytes(zip: Buffer, dice: Dice): Buffer {
  switch (dice.number(14)) {
    case 0:
      return zip.subarray(0, 4 + dice.number(zip.length));
    case 1: {
      const spoiled = Buffer.from(zip);
      for (let time = 1 + dice.number(8); time > 0; time -= 1) spoiled[dice.number(spoiled.length)] = dice.number(256);
      return spoiled;
    }
    case 2:
      return Buffer.concat([zip, Buffer.alloc(1 + dice.number(70_000), dice.number(256))]);
    case 3:
      // Four hundred times as large as it is packed.
      return dice.onceIn(4) ? zipOf({ 'xl/workbook.xml': Buffer.alloc(40_000_000, ' ') }) : zip;
    default:
      return zip;
  }
}
