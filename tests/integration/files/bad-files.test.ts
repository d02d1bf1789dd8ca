/** Files that are not what they should be: each is answered with a sentence that says what to do. */
import { deflateRawSync } from 'node:zlib';
import { writeXlsxStream, type CellValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { bringIn, chosenOf, fileWorkstation, sendFile } from '../../support/files.ts';
import { failureOf } from '../../support/failure-of.ts';
import { zipOf } from '../../support/zip.ts';

const HEADER = [
  'Relatienummer',
  'Voornaam',
  'Achternaam',
  'Telefoon',
  'Bedrag machtiging',
  'Frequentie',
  'Startdatum machtiging',
];

async function workbook(rows: readonly (readonly CellValue[])[]): Promise<Buffer> {
  const stream = writeXlsxStream(rows as CellValue[][], { name: 'Blad1' });
  return Buffer.from(await new Response(stream).arrayBuffer());
}

const SHEET =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A workbook by its parts: sheets as they stand in the file. */
function workbookOf(
  sheets: readonly { readonly name: string; readonly state?: string; readonly xml: string }[],
  strings?: string,
): Buffer {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${SHEET}><sheets>${sheets
      .map(
        ({ name, state = 'visible' }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="http://x/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}<Relationship Id="rId90" Type="http://x/styles" Target="styles.xml"/>${
      strings === undefined ? '' : '<Relationship Id="rId91" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>'
    }</Relationships>`,
    'xl/styles.xml': `<styleSheet ${SHEET}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${SHEET}>${strings}</sst>` }),
  };
  for (const [index, { xml }] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet ${SHEET}>${xml}</worksheet>`;
  return zipOf(parts);
}

const row = (number: number, ...cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;
const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = row(1, ...HEADER.map(text));

describe('a file that cannot be read', () => {
  it.each([
    ['leeg.csv', Buffer.alloc(0), 'leeg'],
    ['wit.csv', '\uFEFF \r\n', 'leeg'],
    ['oud.xls', Buffer.from('D0CF11E0A1B11AE1'.padEnd(2_048, '0'), 'hex'), 'oud Excelbestand'],
    [
      'slot.xlsx',
      Buffer.concat([
        Buffer.from('D0CF11E0A1B11AE1', 'hex'),
        Buffer.alloc(1_500),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'wachtwoord',
    ],
    ['brief.pdf', '%PDF-1.7\n1 0 obj\n', 'een pdf'],
    ['pagina.csv', '<html><table><tr><td>', 'een webpagina'],
    [
      'half.csv',
      Buffer.concat([Buffer.from('Relatienummer;Achternaam\r\n1;Café\r\n2;Zoë\r\n3;Bru'), Buffer.from([0xc3])]),
      'halve tekens',
    ],
    ['map.zip', zipOf({ 'lees.txt': 'hallo' }), 'geen Excelmap'],
    ['stuk.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500, 7)]), 'beschadigd'],
    ['stuk2.xlsx', workbookOf([{ name: 'A', xml: '<sheetData><row><c>' }]), 'beschadigd'],
    ['ods.ods', zipOf({ 'content.xml': '<x/>' }), 'LibreOffice'],
    ['bin.xlsb', zipOf({ 'xl/workbook.bin': 'x' }), 'binaire'],
    ['alleen-kop.xlsx', workbookOf([{ name: 'A', xml: `<sheetData>${HEAD}</sheetData>` }]), 'geen rijen'],
    [
      'verborgen.xlsx',
      workbookOf([{ name: 'A', state: 'hidden', xml: `<sheetData>${HEAD}</sheetData>` }]),
      'geen zichtbaar blad',
    ],
    ['breed.csv', `${Array.from({ length: 600 }, (_, index) => `k${index}`).join(';')}\r\n`, '600 kolommen'],
    ['aanhaling.csv', 'Relatienummer;Achternaam\r\n1;"Smit\r\n2;Bos\r\n', 'regel 2'],
  ])('%s is answered in words', async (name, content, words) => {
    const workstation = await fileWorkstation();
    const failure = await sendFile(workstation, name, content).then(
      ({ refusal }) => refusal,
      async () => (await failureOf(sendFile(workstation, name, content))).sentence,
    );
    expect(failure?.nl).toContain(words);
    expect(failure?.nl.startsWith(name)).toBe(true);
    expect((await workstation.ask('files.state', {})).table).toBeNull();
  });

  it('may not fill the memory: a bomb is refused by what it says, and by what comes out of it', async () => {
    const workstation = await fileWorkstation();
    const zeros = `<sheetData>${HEAD}${'<row r="2"><c><v>0</v></c></row>'.repeat(1_500_000)}</sheetData>`;
    const bomb = workbookOf([{ name: 'A', xml: zeros }]);
    expect(bomb.length).toBeLessThan(400_000);
    expect((await sendFile(workstation, 'bom.xlsx', bomb)).refusal?.nl).toContain('veel te groot');
    const names = zipOf({ 'xl/_rels/workbook.xml.rels': `<Relationships>${'<R/>'.repeat(2_200_000)}` });
    expect((await sendFile(workstation, 'namen.xlsx', names)).refusal?.nl).toContain('veel te groot');
    // It says that it is small, and is not.
    const liar = zipOf({ 'xl/workbook.xml': deflateRawSync(Buffer.alloc(5_000_000)) }, { claims: 100 });
    expect((await sendFile(workstation, 'leugen.xlsx', liar)).refusal?.nl).toContain('leugen.xlsx');
  });

  it('of forty columns of junk asks for the column that is needed', async () => {
    const workstation = await fileWorkstation();
    const junk = Array.from({ length: 40 }, (_, index) => `x${index}`).join(',');
    await sendFile(workstation, 'rommel.csv', `${junk}\n${junk}\n`);
    const preview = await workstation.ask('files.preview', { kind: 'donors', mapping: {}, language: 'nl' });
    expect(preview).toMatchObject({ rows: [], whyNot: { nl: expect.stringContaining('Relatienummer') as string } });
    const failure = await failureOf(workstation.ask('files.take', { kind: 'donors', mapping: {} }));
    expect(failure.sentence.nl).toContain('nog niet uitgeprobeerd');
  });
});

describe('what is odd in a file', () => {
  it('is said: formulas, errors, hidden sheets and rows, merged cells, titles, days as numbers', async () => {
    const workstation = await fileWorkstation();
    const file = workbookOf([
      { name: 'Geheim', state: 'veryHidden', xml: `<sheetData>${HEAD}</sheetData>` },
      {
        name: 'Lijst',
        xml: `<sheetData>${row(1, text('Donateurs 2026'))}${row(3, ...HEADER.map(text))}
          ${row(4, text('1'), '<c t="str"><f>A1&amp;"x"</f><v>Anna</v></c>', text('Smit'), '<c><v>612345678</v></c>', '<c><v>12.5</v></c>', '<c><v>12</v></c>', '<c><v>46000</v></c>')}
          ${row(5, text('2'), text('Bas'), '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')}
          ${row(6, text('3'), text('Cor'), '<c><f>B1</f></c>')}
          <row r="7" hidden="1">${text('4')}${text('Dik')}${text('Dam')}${text('020-1234567')}<c><v>7.5</v></c><c><v>4</v></c><c s="1"><v>46000.5</v></c>${text('los')}</row>
          </sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>`,
      },
    ]);
    const { table } = await sendFile(workstation, 'lijst.xlsx', file);
    const remarks = table?.remarks.map(({ text: { nl } }) => nl).join(' ');
    for (const words of [
      'Verborgen bladen worden niet gelezen: Geheim',
      'Samengevoegde cellen: 1',
      'verborgen zijn',
      'boven de tabel',
      'rechts van de tabel',
    ]) {
      expect(remarks).toContain(words);
    }
    const preview = await workstation.ask('files.preview', { kind: 'donors', mapping: {}, language: 'nl' });
    const cells = preview.rows[0]?.cells.map(({ field, text: read, doubt }) => [
      field,
      read,
      doubt?.nl.slice(0, 12) ?? null,
    ]);
    expect(cells).toContainEqual(['firstName', 'Anna', 'Een formule.']);
    expect(cells).toContainEqual(['mandateStart', '09-12-2025', 'Een datum di']);
    expect(cells).toContainEqual(['mandateAmount', '€ 12,50', null]);
    expect(cells).toContainEqual(['phone', '06 12 34 56 78', null]);
    const report = await bringIn(workstation, 'lijst.xlsx', file);
    expect(report.refusals.map(({ line, reason }) => [line, reason.nl.slice(0, 28)])).toEqual([
      [5, 'Hier staat een fout van Exce'],
      [6, 'Hier staat een formule waarv'],
    ]);
    expect(report.counts.donors).toMatchObject({ new: 2, refused: 2 });
    const days = await workstation.backend.store.reader
      .selectFrom('mandate')
      .select(['start_day', 'amount'])
      .orderBy('id')
      .execute();
    expect(days).toEqual([
      { start_day: '2025-12-09', amount: 1_250 },
      { start_day: '2025-12-09', amount: 750 },
    ]);
  });

  it('is read as it is meant: shared and rich texts, escapes, other prefixes of XML, cp1252, tabs, decimal commas', async () => {
    const workstation = await fileWorkstation();
    const strings =
      '<si><t>1</t></si><si><r><t>An</t></r><r><t xml:space="preserve">na </t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si>';
    const shared = workbookOf(
      [
        {
          name: 'A',
          xml: `<sheetData>${HEAD}${row(2, '<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', '<c t="s"><v>2</v></c>')}</sheetData>`,
        },
      ],
      strings,
    );
    await bringIn(workstation, 'a.xlsx', shared);
    const latin = Buffer.from(
      'Relatienummer\tAchternaam\tBedrag machtiging\tFrequentie\tStartdatum machtiging\r\n2\t\xD6zdemir\t1.234,56\telke 5 maanden\t01-02-2026\r\n',
      'latin1',
    );
    await bringIn(workstation, 'b.txt', latin);
    const donors = await workstation.backend.store.reader
      .selectFrom('donor')
      .select(['first_name', 'surname'])
      .orderBy('id')
      .execute();
    expect(donors).toEqual([
      { first_name: 'Anna', surname: 'a b_x000D_' },
      { first_name: '', surname: 'Özdemir' },
    ]);
    expect(await workstation.backend.store.reader.selectFrom('mandate').selectAll().execute()).toMatchObject([
      { amount: 123_456, frequency_unit: 'month', frequency_interval: 5 },
    ]);
  });

  it('of a workbook with several sheets is chosen by a person', async () => {
    const workstation = await fileWorkstation();
    const rows = (name: string): string => `<sheetData>${HEAD}${row(2, text(name), text('X'), text(name))}</sheetData>`;
    const file = workbookOf([
      { name: 'Een', xml: rows('11') },
      { name: 'Twee', xml: rows('22') },
    ]);
    await sendFile(workstation, 'twee.xlsx', file);
    await workstation.ask('files.chooseSheet', { sheet: 1 });
    await workstation.backend.files.settled();
    expect((await chosenOf(workstation)).kind).toBe('donors');
    const { rows: shown } = await workstation.ask('files.preview', { kind: 'donors', mapping: {}, language: 'nl' });
    expect(shown[0]?.cells[0]?.text).toBe('22');
  });
});

describe('text that a spreadsheet would carry out', () => {
  it('is text in a workbook and guarded in a CSV, and comes back as it was', async () => {
    const workstation = await fileWorkstation();
    await bringIn(
      workstation,
      'a.xlsx',
      await workbook([HEADER, ['1', '=1+1', '@Smit', '+31612345678', null, null, null]]),
    );
    const donor = await workstation.backend.store.reader
      .selectFrom('donor')
      .select(['first_name', 'surname'])
      .execute();
    expect(donor).toEqual([{ first_name: '=1+1', surname: '@Smit' }]);
  });
});
