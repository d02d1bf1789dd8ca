/** Goes through a staged file, page by page: as a trial that changes nothing, or for good. */
import type { ImportCounts } from '../../../db/imports/runs.ts';
import type { ImportKind } from '../../../db/import-tables.ts';
import type { Writer } from '../../../db/store.ts';
import type { Sentence } from '../../../domain/language.ts';
import type { RowRefusal } from '../refusal.ts';
import { MOST_KEPT_REFUSALS, type StagedTable } from '../staged/staged-table.ts';
import { createPageReader, type SaidMapping } from './page-reader.ts';
import type { Survey } from './survey.ts';
import { takePage, type TakeBy, type TakenPage } from './take-page.ts';
import { createPeopleTaker, type PlaceBy } from './take-people.ts';

export interface TakeRemark {
  readonly count: number;
  readonly text: Sentence;
}

export interface TakeReport {
  readonly counts: ImportCounts;
  /** The first of them, by line. */
  readonly refusals: readonly RowRefusal[];
  readonly refused: number;
  readonly consents: number;
  readonly remarks: readonly TakeRemark[];
}

export interface TakeOptions {
  readonly table: StagedTable;
  readonly kind: ImportKind;
  readonly mapping: SaidMapping;
  readonly survey: Survey;
  readonly by: Pick<TakeBy, 'personId' | 'at' | 'isForGood'>;
  /** The place beside the CRM that the file is of; null in a profile without a CRM. */
  readonly place: Pick<PlaceBy, 'siteId' | 'makePlace'> | null;
  /** One write for one page. */
  readonly write: (work: (writer: Writer) => Promise<TakenPage>) => Promise<TakenPage>;
  /** Told after each page; may wait, and may throw to stop. */
  readonly onRows: (rows: number) => Promise<void>;
}

/** @throws FileRefusal for a mapping that does not fit */
export async function takeFile(options: TakeOptions): Promise<TakeReport> {
  const { table, kind, mapping, survey, by, place, write, onRows } = options;
  const reader = createPageReader(table, kind, mapping, survey, place !== null);
  const donorColumn = table.header[reader.columns.at.get('donorNumber') ?? -1] ?? 'donorNumber';
  const counting = startCounting(table, kind);
  const { file } = table;
  const takePeople = place === null ? null : createPeopleTaker({ ...by, ...place, file });
  let rows = 0;
  for await (const page of table.pages()) {
    const read = reader.read(page);
    counting.add(
      await write((writer) =>
        takePeople === null ? takePage(writer, read, { ...by, file, donorColumn }) : takePeople(writer, read),
      ),
    );
    rows += page.length;
    await onRows(rows);
  }
  return counting.report();
}

interface Counting {
  readonly add: (page: TakenPage) => void;
  readonly report: () => TakeReport;
}

function startCounting({ misfits, misfitCount, remarks }: StagedTable, kind: ImportKind): Counting {
  const zero = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  const counts = { donors: { ...zero }, mandates: { ...zero }, gifts: { ...zero } };
  const refusals: RowRefusal[] = [...misfits];
  let refused = misfitCount;
  let erased = 0;
  let consents = 0;
  const stale: number[] = [];
  return {
    add: (page) => {
      for (const what of ['donors', 'mandates', 'gifts'] as const) {
        for (const how of ['new', 'changed', 'unchanged'] as const) counts[what][how] += page.saved[what][how];
      }
      refused += page.refusals.length;
      refusals.push(...page.refusals.slice(0, Math.max(0, MOST_KEPT_REFUSALS - refusals.length)));
      erased += page.erased;
      consents += page.consents;
      stale.push(...page.stale);
    },
    report: () => {
      counts[kind === 'gifts' ? 'gifts' : 'donors'].refused = refused;
      return {
        counts,
        refusals: refusals.sort((a, b) => a.line - b.line),
        refused,
        consents,
        remarks: [...remarks, ...erasedRemark(erased), ...staleRemark(stale)],
      };
    },
  };
}

function erasedRemark(count: number): readonly TakeRemark[] {
  if (count === 0) return [];
  return [
    {
      count,
      text: {
        nl: `Rijen van donateurs die hier zijn gewist: ${count}. Ze komen niet terug.`,
        en: `Rows of donors who were erased here: ${count}. They do not come back.`,
      },
    },
  ];
}

const MOST_LINES = 20;

function staleRemark(lines: readonly number[]): readonly TakeRemark[] {
  if (lines.length === 0) return [];
  const named = `${lines.slice(0, MOST_LINES).join(', ')}${lines.length > MOST_LINES ? ', …' : ''}`;
  return [
    {
      count: lines.length,
      text: {
        nl: `Correcties op iets wat hier intussen anders is: ${lines.length}. Ze zijn niet overgenomen; kijk zelf op regel ${named}.`,
        en: `Corrections of something that is no longer so here: ${lines.length}. They were not taken; look yourself, at line ${named}.`,
      },
    },
  ];
}
