/** What a workbook says of itself: its sheets, where they lie, and which formats are days. */
import { refuse } from '../refusal.ts';
import type { SheetName } from '../staged/staged-table.ts';
import type { Archive } from './archive.ts';
import { isDayFormat } from './cell-text.ts';
import { parseXml } from './parse-xml.ts';

export interface WorkbookSheet extends SheetName {
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly from1904: boolean;
  /** By the style of a cell: whether its numbers are days. */
  readonly dayStyles: readonly boolean[];
  /** Null without one: all texts stand in their cells. */
  readonly sharedStrings: string | null;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

const WORKBOOK = 'xl/workbook.xml';

/** @throws FileRefusal */
export async function readWorkbook(file: string, archive: Archive): Promise<Workbook> {
  if (archive.has('xl/workbook.bin')) throw refuse(file, BINARY);
  if (archive.has('content.xml') && !archive.has(WORKBOOK)) throw refuse(file, OPEN_DOCUMENT);
  const relations = await readRelations(file, archive);
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  await parseXml(file, [await archive.text(WORKBOOK)], {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attributes['r:id'] ?? idOf(attributes));
      // A sheet of a chart or of macros has no rows.
      if (relation === undefined || !relation.type.endsWith('/worksheet')) return;
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', isHidden, path: relation.target });
    },
  });
  const styles = [...relations.values()].find(({ type }) => type.endsWith('/styles'))?.target;
  const strings = [...relations.values()].find(({ type }) => type.endsWith('/sharedStrings'))?.target;
  return {
    sheets,
    from1904,
    dayStyles: styles !== undefined && archive.has(styles) ? await readDayStyles(file, await archive.text(styles)) : [],
    sharedStrings: strings !== undefined && archive.has(strings) ? strings : null,
  };
}

/** Some programs call the namespace of relations otherwise. */
function idOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

async function readRelations(file: string, archive: Archive): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  await parseXml(file, [await archive.text('xl/_rels/workbook.xml.rels')], {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      relations.set(Id, { type: Type, target: Target.startsWith('/') ? Target.slice(1) : `xl/${Target}` });
    },
  });
  return relations;
}

async function readDayStyles(file: string, xml: string): Promise<readonly boolean[]> {
  const codes = new Map<number, string>();
  const dayStyles: boolean[] = [];
  let isInCells = false;
  await parseXml(file, [xml], {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isInCells = true;
      if (name !== 'xf' || !isInCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      dayStyles.push(isDayFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return dayStyles;
}

const BINARY = {
  nl: 'dit is een binaire Excelmap (.xlsb). Bewaar het in Excel als gewone Excelmap (.xlsx) of als CSV, en kies dat.',
  en: 'this is a binary workbook (.xlsb). Save it in Excel as an ordinary workbook (.xlsx) or as CSV, and choose that.',
};
const OPEN_DOCUMENT = {
  nl: 'dit is een werkblad van LibreOffice (.ods). Bewaar het als Excelmap (.xlsx) of als CSV, en kies dat.',
  en: 'this is a sheet of LibreOffice (.ods). Save it as a workbook (.xlsx) or as CSV, and choose that.',
};
