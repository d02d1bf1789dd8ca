/** The settings as a form: every field with its name, bounds, value and default; and who changed what. */
import { sentence } from '../../../domain/language.ts';
import { describeChanges } from '../../../domain/programmes/change-settings.ts';
import type { Field, Fields } from '../../../domain/programmes/parameters.ts';
import { SECTION_NAMES, SECTION_PURPOSES } from '../../../domain/programmes/section-names.ts';
import {
  DEFAULT_SETTINGS,
  SECTION_IDS,
  SECTION_OF,
  SECTIONS,
  TASK_SECTION_OF,
  type ProgrammeSettings,
  type SectionId,
} from '../../../domain/programmes/settings.ts';
import { writeValue } from '../../../domain/programmes/write-value.ts';
import { findPerson } from '../../../db/queries/people.ts';
import { readVersions } from '../../../db/queries/programme-versions.ts';
import type { Reader } from '../../../db/store.ts';
import type { OutputOf } from '../../../contract/index.ts';

type SettingsView = OutputOf<'settings.programmes'>;
type FieldView = SettingsView['sections'][number]['fields'][number];
type FieldValue = FieldView['value'];

export function viewSections(settings: ProgrammeSettings): SettingsView['sections'] {
  return SECTION_IDS.map((id) => {
    const fields: Fields = SECTIONS[id];
    const values = settings[id] as Readonly<Record<string, FieldValue>>;
    return {
      id,
      name: SECTION_NAMES[id],
      purpose: SECTION_PURPOSES[id],
      group: groupOf(id),
      fields: Object.entries(fields).map(([key, field]) => viewField(key, field, values[key] ?? null)),
    };
  });
}

function viewField(id: string, field: Field, value: FieldValue): FieldView {
  const isNumber = field.kind === 'number' || field.kind === 'optional-number';
  const options = field.kind === 'choice' || field.kind === 'several' ? field.options : [];
  return {
    id,
    name: field.name,
    kind: field.kind,
    unit: isNumber ? field.unit : null,
    minimum: isNumber ? field.minimum : null,
    maximum: isNumber ? field.maximum : null,
    options: options.map((option) => ({
      id: option,
      name: sentence((language) =>
        writeValue({ kind: 'choice', options, standard: option, name: field.name }, option, language),
      ),
    })),
    value,
    standard: typeof field.standard === 'object' && field.standard !== null ? [...field.standard] : field.standard,
    standardText: sentence((language) => writeValue(field, field.standard, language)),
    text: sentence((language) => writeValue(field, value, language)),
  };
}

const CALLS: ReadonlySet<string> = new Set(Object.values(SECTION_OF));
const TASKS: ReadonlySet<string> = new Set(Object.values(TASK_SECTION_OF));

function groupOf(id: SectionId): SettingsView['sections'][number]['group'] {
  if (CALLS.has(id)) return 'call';
  return TASKS.has(id) ? 'task' : 'general';
}

export async function viewHistory(reader: Reader): Promise<SettingsView['history']> {
  const versions = await readVersions(reader);
  return Promise.all(
    versions.map(async ({ number, at, personId, settings, undoes }, index) => ({
      number,
      at,
      by: (await findPerson(reader, personId))?.name ?? '',
      changes: [...describeChanges(versions[index + 1]?.settings ?? DEFAULT_SETTINGS, settings)],
      undoes,
    })),
  );
}
