import type { JsonObject } from '../../json.ts';
import type { FieldSpec, OptionSource } from '../../metadata/field.ts';
import { textOf } from '../../php.ts';
import type { Site } from '../../site.ts';
import { nameFrom } from '../../write/custom-metadata.ts';
import { Inserter } from '../inserter.ts';
import type { CapturedAnswer } from './read.ts';

interface OptionGroupRow {
  readonly id: number;
  readonly name: string;
}

function groupsOf(site: Site): readonly OptionGroupRow[] {
  return site.database.prepare<[], OptionGroupRow>('SELECT id, name FROM option_group').all();
}

function nextValue(site: Site, groupId: number): string {
  const last = site.database
    .prepare<[number], number | null>('SELECT max(CAST(value AS INTEGER)) FROM option_value WHERE option_group_id = ?')
    .pluck()
    .get(groupId);
  return String((last ?? 0) + 1);
}

function addOption(site: Site, source: OptionSource, text: string, label: string): void {
  const inserter = new Inserter(site.database);
  if (source.kind === 'table') {
    inserter.insert(source.table, { [source.name]: text, [source.label]: label });
  } else if (source.kind !== 'fixed') {
    const groupId =
      source.kind === 'groupId' ? source.groupId : groupsOf(site).find((group) => group.name === source.group)?.id;
    if (groupId === undefined) throw new Error(`The captured answers name the option ${text} of a list nobody knows.`);
    const value = source.kind === 'groupId' ? text : nextValue(site, groupId);
    inserter.insert('option_value', { option_group_id: groupId, name: text, label, value });
  }
  site.catalogue.options.forget();
}

/** The id of an option by its name or label; it is added when the list does not have it. */
export function ensureOption(site: Site, field: FieldSpec, by: 'label' | 'name', text: string): string {
  const source = field.options;
  if (source === undefined) return text;
  const find = (): string | undefined => site.catalogue.options.of(source).find((option) => option[by] === text)?.id;
  const known = find();
  if (known !== undefined) return known;
  addOption(site, source, by === 'name' ? text : nameFrom(text), text);
  return find() ?? text;
}

/** The option group of a row: the one its id has here already, else the one that its file is named after. */
function groupOf(site: Site, row: JsonObject, file: string): number | undefined {
  const known = site.database
    .prepare<[number], number>('SELECT option_group_id FROM option_value WHERE id = ?')
    .pluck()
    .get(Number(row['id']));
  if (known !== undefined) return known;
  const named = /options-(.+)\.json$/.exec(file)?.[1]?.replaceAll('-', '_');
  return groupsOf(site).find((group) => group.name === named)?.id;
}

/** Takes over the options of a captured answer, with their ids. */
export function loadOptions(site: Site, answer: CapturedAnswer): void {
  const statement = site.database.prepare<[Record<string, number | string | null>]>(
    'INSERT INTO option_value (id, option_group_id, value, name, label, grouping) ' +
      'VALUES (@id, @group, @value, @name, @label, @grouping) ON CONFLICT (id) DO UPDATE SET ' +
      'value = excluded.value, name = excluded.name, label = excluded.label, grouping = excluded.grouping',
  );
  for (const row of answer.rows) {
    const group = groupOf(site, row, answer.file);
    if (group === undefined) continue;
    statement.run({
      id: Number(row['id']),
      group,
      value: textOf(row['value']),
      name: textOf(row['name']),
      label: textOf(row['label'] ?? row['name']),
      grouping: row['grouping'] === undefined || row['grouping'] === null ? null : textOf(row['grouping']),
    });
  }
  site.catalogue.options.forget();
}
