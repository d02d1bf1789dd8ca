/** Giving by year as bars, drawn at the size they have on paper. Every bar carries its amount, so no axis is needed. */
import type { GivingOfYear } from '../giving-by-year.ts';
import type { Language } from '../language.ts';
import { writeMoney } from '../money.ts';
import type { Measure, PaperBlock, PaperPart } from './page.ts';

export interface ChartPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MOST_YEARS = 8;
const GAP = 1.6;
const WIDEST_BAR = 12;
const ABOVE = 5;
const BELOW = 5;
const LABEL = { font: 'ui', size: 9 } as const;

/** The last years only, when there are more; what came before is told in words by who calls this. */
export function yearChart(
  years: readonly GivingOfYear[],
  { x, y, width, height }: ChartPlace,
  language: Language,
  measure: Measure,
): PaperBlock {
  const shown = years.slice(-MOST_YEARS);
  const step = Math.min(width / Math.max(1, shown.length), WIDEST_BAR + GAP);
  const plot = height - ABOVE - BELOW;
  const top = Math.max(1, ...shown.map(({ received }) => received));
  const foot = y + ABOVE + plot;
  const parts = shown.flatMap(({ year, received }, index): PaperPart[] => {
    const left = x + index * step;
    const middle = left + (step - GAP) / 2;
    // A gift that is small beside the others is still to be seen.
    const tall = received === 0 ? 0 : Math.max(0.6, (plot * received) / top);
    return [
      ...(received === 0
        ? []
        : [
            { kind: 'box', x: left, y: foot - tall, width: step - GAP, height: tall, ink: 'door' } as const,
            {
              kind: 'text',
              x: middle,
              y: foot - tall - 1.2,
              text: shortAmount(received, language, step, measure),
              align: 'middle',
              ...LABEL,
            } as const,
          ]),
      {
        kind: 'text',
        x: middle,
        y: foot + 3.6,
        text: yearLabel(year, step, measure),
        align: 'middle',
        ...LABEL,
        ink: 'soft',
      },
    ];
  });
  const line: PaperPart = {
    kind: 'line',
    x,
    y: foot,
    toX: x + Math.max(step * shown.length - GAP, 0),
    toY: foot,
    width: 0.25,
    ink: 'black',
  };
  const words = shown.map(({ year, received }) => `${year}: ${writeMoney(received, language)}`).join('; ');
  return { tag: 'Figure', words, parts: [...parts, line] };
}

/** "2026"; "’26" where the bars are too narrow for it. */
function yearLabel(year: number, step: number, measure: Measure): string {
  return measure(String(year), LABEL) <= step - 1 ? String(year) : `’${String(year).slice(-2)}`;
}

/** "€ 1.500"; without its sign where the bars are too narrow for it. */
function shortAmount(cents: number, language: Language, step: number, measure: Measure): string {
  const euros = Math.round(cents / 100);
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(euros);
  const whole = language === 'nl' ? `€\u00A0${number}` : `€${number}`;
  return measure(whole, LABEL) <= step ? whole : number;
}
