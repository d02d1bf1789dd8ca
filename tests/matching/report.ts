/** The figures and the worst cases, as they stand in docs/matching.md. */
import type { Identity } from '../../domain/matching/identity.ts';
import { compareWith, type Comparison } from '../../domain/matching/match.ts';
import { FIELD_NAMES, TRAP_SENTENCES, tellingEvidence, writeVerdict } from '../../domain/matching/reasons.ts';
import { VERDICTS, type Figures, type Judged } from './measure.ts';
import { KINDS, type World } from './world/world.ts';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

export interface Measured {
  readonly seed: number;
  readonly figures: Figures;
}

export function figuresTable(measured: readonly Measured[]): string {
  const rows: readonly (readonly [string, (figures: Figures) => string])[] = [
    ['of the site / in the CRM', ({ sources, donors }) => `${sources} / ${donors}`],
    ['**precision at certain**', ({ precision }) => `**${percent(precision)}**`],
    ['recall at certain', ({ recallCertain }) => percent(recallCertain)],
    ['**recall with the queue**', ({ recallWithQueue }) => `**${percent(recallWithQueue)}**`],
    ['in the queue', ({ queue, sources }) => `${queue} (${percent(queue / sources)})`],
    [
      'of those in the queue, who are not in the CRM',
      ({ queue, strangersInQueue }) => `${strangersInQueue} (${percent(strangersInQueue / queue)})`,
    ],
    ['right donor on the first place of the queue', ({ firstInQueue }) => percent(firstInQueue)],
  ];
  return table(
    ['', ...measured.map(({ seed }) => `seed ${seed}`)],
    rows.map(([name, of]) => [name, ...measured.map(({ figures }) => of(figures))]),
  );
}

export function confusionTable({ confusion }: Figures): string {
  return table(
    ['', ...VERDICTS.map((verdict) => verdict.replace('-', ', '))],
    KINDS.map((kind) => [kind, ...VERDICTS.map((verdict) => String(confusion[kind][verdict]))]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** Linked to the wrong donor first; then not found, or not shown, although in the CRM, the nearest misses first. */
export function worstCases({ crm }: World, judged: readonly Judged[], most: number): readonly string[] {
  const missed = (each: Judged): Comparison[] =>
    [...each.source.truth].flatMap((donorId) => {
      const candidate = crm[donorId - 1];
      return candidate === undefined ? [] : [compareWith(each.source.identity, candidate)];
    });
  const weighed = judged.flatMap((each) => {
    const [own] = missed(each).toSorted((one, other) => other.points - one.points);
    if (each.judged === 'certain-wrong' && each.outcome.kind === 'certain') {
      return [{ each, weight: 1000 + each.outcome.match.points, shown: each.outcome.match, own }];
    }
    if (each.judged !== 'none-wrong' && !(each.judged === 'queue-without' && own !== undefined)) return [];
    const shown = each.outcome.kind === 'doubt' ? each.outcome.candidates[0] : undefined;
    return [{ each, weight: (shown === undefined ? 0 : 500) + (own?.points ?? 0), shown, own }];
  });
  return weighed
    .toSorted((one, other) => other.weight - one.weight || one.each.source.id - other.each.source.id)
    .slice(0, most)
    .map(({ each, shown, own }, at) => {
      const named = (comparison: Comparison | undefined): string => {
        const identity = crm[(comparison?.donorId ?? 0) - 1]?.identity;
        return identity === undefined ? 'nobody' : describe(identity);
      };
      const wrongly = shown === own ? undefined : shown;
      return [
        `${at + 1}. **${each.judged.replace('-', ', ')}** (${each.source.kind}). On the site: ${describe(each.source.identity)}.`,
        ...(wrongly === undefined
          ? []
          : [
              `   - ${each.judged === 'certain-wrong' ? 'Linked to' : 'Shown'}: ${named(wrongly)}. ${explain(wrongly)}`,
            ]),
        own === undefined ? '   - She is not in the CRM.' : `   - She is: ${named(own)}. ${explain(own)}`,
      ].join('\n');
    });
}

function describe({
  firstName,
  prefix,
  surname,
  organisation,
  emails,
  ibans,
  phones,
  addresses,
  birthday,
}: Identity): string {
  const name = [firstName, prefix, surname].filter((part) => part !== '').join(' ');
  const address = addresses.map(({ street, postcode, town }) => `${street}, ${postcode} ${town}`);
  const parts = [name, organisation, ...emails, ...phones, ...ibans, ...address, birthday ?? ''];
  return parts.filter((part) => part !== '').join('; ');
}

function explain({ points, evidence, traps }: Comparison): string {
  const said = tellingEvidence(evidence).map(
    (each) => `${FIELD_NAMES[each.field].en.toLowerCase()} ${writeVerdict(each).en} (${each.points})`,
  );
  const held = traps.map((trap) => TRAP_SENTENCES[trap].en);
  return `${points} points: ${said.join(', ')}. ${held.join(' ')}`.trim();
}
