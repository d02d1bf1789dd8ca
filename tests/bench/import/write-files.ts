/** The same donors as CSV and as a workbook with shared strings, as Excel saves it. */
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { writeXlsxStream } from 'hucre/xlsx';

export const HEADER = [
  'Relatienummer',
  'Geslacht',
  'Voornaam',
  'Tussenvoegsel',
  'Achternaam',
  'Straat',
  'Postcode',
  'Plaats',
  'Land',
  'Telefoon',
  'Mobiel',
  'E-mail',
  'Bedrag machtiging',
  'Frequentie',
  'Startdatum machtiging',
  'Niet bellen',
  'Niet mailen',
  'Geen post',
  'Overleden',
  'Herkomst',
] as const;

const TOWNS = ['Utrecht', 'Zwolle', 'Assen', 'Ede', 'Ommen'];

function rowOf(index: number): readonly string[] {
  const hasMandate = index % 3 === 0;
  return [
    `D-${index + 1}`,
    index % 2 === 0 ? 'V' : 'M',
    `Noor${index % 997}`,
    index % 4 === 0 ? 'van der' : '',
    `Berg${index}`,
    `Molenweg ${1 + (index % 3_000)}`,
    `${1000 + (index % 8999)} AB`,
    TOWNS[index % TOWNS.length] ?? '',
    'NL',
    index % 5 === 0 ? `030 2${String(100_000 + (index % 800_000))}` : '',
    `06${String(20_000_000 + index)}`,
    `noor${index}@example.org`,
    hasMandate ? `${5 + (index % 95)},50` : '',
    hasMandate ? '12' : '',
    hasMandate ? `${1 + (index % 28)}-${1 + (index % 12)}-2024` : '',
    index % 50 === 0 ? 'J' : 'N',
    'N',
    'N',
    'N',
    'Website',
  ];
}

export async function writeBenchFiles(
  paths: { readonly csv: string; readonly xlsx: string },
  count: number,
): Promise<void> {
  const text = await open(paths.csv, 'w');
  await text.appendFile(`${HEADER.join(';')}\r\n`);
  for (let from = 0; from < count; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, count - from) }, (_, index) => rowOf(from + index).join(';'));
    await text.appendFile(`${lines.join('\r\n')}\r\n`);
  }
  await text.close();
  const rows = function* (): Generator<readonly string[]> {
    yield HEADER;
    for (let index = 0; index < count; index += 1) yield rowOf(index);
  };
  await writeXlsxStream(rows() as Iterable<string[]>, { name: 'Donateurs', inlineStrings: false }).pipeTo(
    Writable.toWeb(createWriteStream(paths.xlsx)) as WritableStream<Uint8Array>,
  );
}
