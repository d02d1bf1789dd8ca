/** Changing the settings: every change is checked against its field, and what cannot be is refused in words. */
import { sentence, type Language, type Sentence } from '../language.ts';
import { schemaOfField, type Field, type Fields } from './parameters.ts';
import { SECTION_NAMES } from './section-names.ts';
import { SECTION_IDS, SECTIONS, type ProgrammeSettings, type SectionId } from './settings.ts';
import { writeAmount, writeValue } from './write-value.ts';

/** What somebody wants to be different: values by section and field. Comes from outside, so nothing is known of them. */
export type SettingsChange = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface SettingsRefusal {
  readonly section: string;
  readonly field: string;
  readonly sentence: Sentence;
}

export type ChangedSettings =
  | { readonly ok: true; readonly settings: ProgrammeSettings }
  | { readonly ok: false; readonly refusals: readonly SettingsRefusal[] };

/** The settings with a change in them, or everything that is wrong with it. */
export function changeSettings(before: ProgrammeSettings, change: SettingsChange): ChangedSettings {
  const refusals = Object.entries(change).flatMap(([section, values]) =>
    Object.entries(values).flatMap(([field, value]) => refuseValue(section, field, value)),
  );
  if (refusals.length > 0) return { ok: false, refusals };
  const settings = Object.fromEntries(
    SECTION_IDS.map((id) => [id, { ...before[id], ...change[id] }]),
  ) as unknown as ProgrammeSettings;
  const impossible = refuseTogether(settings);
  return impossible.length > 0 ? { ok: false, refusals: impossible } : { ok: true, settings };
}

function fieldsOf(section: string): { readonly id: SectionId; readonly fields: Fields } | null {
  const id = SECTION_IDS.find((each) => each === section);
  return id === undefined ? null : { id, fields: SECTIONS[id] };
}

function refuseValue(section: string, key: string, value: unknown): readonly SettingsRefusal[] {
  const known = fieldsOf(section);
  const field = known !== null && Object.hasOwn(known.fields, key) ? known.fields[key] : undefined;
  if (known === null || field === undefined) {
    return [
      { section, field: key, sentence: { nl: 'Deze instelling bestaat niet.', en: 'There is no such setting.' } },
    ];
  }
  if (schemaOfField(field).safeParse(value).success) return [];
  return [{ section, field: key, sentence: sentence((language) => refuse(known.id, field, value, language)) }];
}

/** "Grens voor één gift (directietelefoontje): kies een bedrag van € 1 tot en met € 1.000.000." */
function refuse(section: SectionId, field: Field, value: unknown, language: Language): string {
  const name = `${capital(field.name[language])} (${SECTION_NAMES[section][language]})`;
  const dutch = language === 'nl';
  switch (field.kind) {
    case 'number':
    case 'optional-number': {
      const [from, to] = [field.minimum, field.maximum].map((bound) => writeAmount(bound, field.unit, language));
      if (typeof value === 'number' && !Number.isInteger(value) && Number.isFinite(value)) {
        return dutch ? `${name}: kies een heel getal.` : `${name}: choose a whole number.`;
      }
      const orNone = field.kind === 'number' ? '' : dutch ? ', of laat het leeg' : ', or leave it empty';
      return dutch
        ? `${name}: kies van ${from} tot en met ${to}${orNone}.`
        : `${name}: choose from ${from} to ${to}${orNone}.`;
    }
    case 'switch':
      return dutch ? `${name}: kies aan of uit.` : `${name}: choose on or off.`;
    case 'choice':
    case 'several': {
      const options = field.options.map((option) =>
        writeValue({ ...field, kind: 'choice', standard: option }, option, language),
      );
      const one = field.kind === 'choice';
      return dutch
        ? `${name}: kies ${one ? 'een' : 'een of meer'} van ${options.join(', ')}.`
        : `${name}: choose ${one ? 'one' : 'one or more'} of ${options.join(', ')}.`;
    }
  }
}

/** Pairs of fields of which the first may not be more than the second: a window that ends before it begins is no window. */
const ORDERED: readonly (readonly [SectionId, string, string])[] = [
  ['serviceCall', 'firstDay', 'lastDay'],
  ['thankYouCall', 'firstDay', 'lastDay'],
  ['askFeedback', 'firstDay', 'lastDay'],
  ['post', 'firstDay', 'lastDay'],
  ['missingThanks', 'afterDays', 'lastDay'],
  ['majorCall', 'dueAfterDays', 'windowDays'],
  ['majorCall', 'giftLimit', 'yearLimit'],
  ['ambassadorCall', 'dueAfterDays', 'windowDays'],
  ['serviceCall', 'dueAfterDays', 'lastDay'],
];

function refuseTogether(settings: ProgrammeSettings): readonly SettingsRefusal[] {
  return ORDERED.flatMap(([section, lower, upper]) => {
    const values: Readonly<Record<string, unknown>> = settings[section];
    const fields: Fields = SECTIONS[section];
    const [low, high] = [fields[lower], fields[upper]];
    if (low === undefined || high === undefined || Number(values[lower]) <= Number(values[upper])) return [];
    return [
      {
        section,
        field: lower,
        sentence: sentence((language) => {
          const [a, b] = [capital(low.name[language]), high.name[language].toLowerCase()];
          const of = SECTION_NAMES[section][language];
          return language === 'nl'
            ? `${a} (${of}) mag niet meer zijn dan “${b}”, nu ${writeValue(high, values[upper], language)}.`
            : `${a} (${of}) may not be more than “${b}”, now ${writeValue(high, values[upper], language)}.`;
        }),
      },
    ];
  });
}

/** What differs, one line each: "Directietelefoontje, grens voor één gift: € 1.000 wordt € 500". */
export function describeChanges(before: ProgrammeSettings, after: ProgrammeSettings): readonly Sentence[] {
  return SECTION_IDS.flatMap((id) => {
    const fields: Fields = SECTIONS[id];
    const [old, now]: readonly Readonly<Record<string, unknown>>[] = [before[id], after[id]];
    return Object.entries(fields).flatMap(([key, field]) => {
      if (JSON.stringify(old?.[key]) === JSON.stringify(now?.[key])) return [];
      return [
        sentence((language) => {
          const what = `${capital(SECTION_NAMES[id][language])}, ${field.name[language].toLowerCase()}`;
          const [from, to] = [writeValue(field, old?.[key], language), writeValue(field, now?.[key], language)];
          return language === 'nl' ? `${what}: ${from} wordt ${to}.` : `${what}: ${from} becomes ${to}.`;
        }),
      ];
    });
  });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
