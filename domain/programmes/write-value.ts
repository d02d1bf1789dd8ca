/** Values of settings as people read them: "€ 500", "7 dagen", "aan", "geen grens". */
import type { Language, Sentence } from '../language.ts';
import { LEVEL_NAMES, LOYALTY_LEVELS } from '../loyalty/level.ts';
import { writeMoney } from '../money.ts';
import type { Field, Unit } from './parameters.ts';

const ONE: Readonly<Record<Exclude<Unit, 'cents' | 'percent' | 'rank' | 'times'>, Sentence>> = {
  days: { nl: 'dag', en: 'day' },
  hours: { nl: 'uur', en: 'hour' },
  months: { nl: 'maand', en: 'month' },
  years: { nl: 'jaar', en: 'year' },
};
const MANY: typeof ONE = {
  days: { nl: 'dagen', en: 'days' },
  hours: { nl: 'uur', en: 'hours' },
  months: { nl: 'maanden', en: 'months' },
  years: { nl: 'jaar', en: 'years' },
};

export function writeAmount(value: number, unit: Unit, language: Language): string {
  switch (unit) {
    case 'cents':
      return writeMoney(value, language, 'spoken');
    case 'percent':
      return `${value}%`;
    case 'rank':
    case 'times':
      return String(value);
    case 'days':
    case 'hours':
    case 'months':
    case 'years':
      return `${value} ${(value === 1 ? ONE : MANY)[unit][language]}`;
  }
}

const LANES: ReadonlyMap<string, Sentence> = new Map(
  Object.entries<Sentence>({
    director: { nl: 'directie', en: 'director' },
    caller: { nl: 'bellers', en: 'callers' },
  }),
);

function writeOption(option: string, language: Language): string {
  const level = LOYALTY_LEVELS.find((each) => each === option);
  return (level === undefined ? LANES.get(option) : LEVEL_NAMES[level])?.[language] ?? option;
}

/** @param value one that fits the field */
export function writeValue(field: Field, value: unknown, language: Language): string {
  switch (field.kind) {
    case 'number':
    case 'optional-number':
      if (typeof value !== 'number') return language === 'nl' ? 'geen grens' : 'no limit';
      return writeAmount(value, field.unit, language);
    case 'switch':
      if (language === 'nl') return value === true ? 'aan' : 'uit';
      return value === true ? 'on' : 'off';
    case 'choice':
      return writeOption(String(value), language);
    case 'several': {
      const chosen = Array.isArray(value) ? value.map(String) : [];
      if (chosen.length === field.options.length) return language === 'nl' ? 'alle' : 'all';
      return chosen.map((option) => writeOption(option, language)).join(', ');
    }
  }
}
