/** The chosen detail as it is, and beside it what it probably should be; an address as it will be on the envelope. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifyDonor } from '../../../contract/procedures/verify.ts';
import type { CorrectedValue } from '../../../domain/corrected-value.ts';
import { differentWords } from '../../parts/detail/changed-words.ts';
import { envelopeOf } from '../../parts/detail/envelope-of.ts';
import { MarkedLine } from '../../parts/detail/marked-line.tsx';
import { Envelope } from '../../parts/envelope.tsx';
import { Icon } from '../../parts/icon.tsx';

export type VerifyDetail = VerifyDonor['details'][number];

interface PairProps {
  readonly donor: VerifyDonor;
  readonly detail: VerifyDetail;
  /** The form in which something else is typed; it stands where the suggestion was. */
  readonly form: ReactNode;
}

export function Pair({ donor, detail, form }: PairProps) {
  const { t } = useTranslation();
  const { lines, suggestion, state, was, input } = detail;
  const now = shown(donor, detail, input.value, lines);
  const better = suggestion === null ? null : shown(donor, detail, suggestion.input.value, suggestion.lines);
  const isEnvelope = now.isEnvelope && (better === null || better.isEnvelope);
  const before = isEnvelope ? now.lines : lines;
  const after = better === null ? null : isEnvelope ? better.lines : (suggestion?.lines ?? []);
  return (
    <div className="verify-pair">
      <section aria-labelledby="verify-now">
        <h3 id="verify-now">{t(state === 'corrected' ? 'verify.was' : 'verify.now')}</h3>
        {state === 'corrected' ? (
          <div className="verify-card">
            <p>{was === null ? t('call.details.unknown') : <del>{was}</del>}</p>
          </div>
        ) : (
          <Card
            label={t('verify.now')}
            lines={before}
            marked={after === null ? NOTHING : differing(after, before)}
            marks="doubt"
            isEnvelope={isEnvelope}
          />
        )}
      </section>
      <section aria-labelledby="verify-better">
        <h3 id="verify-better">
          {t(
            form !== null
              ? 'verify.typed'
              : state === 'corrected'
                ? 'verify.becomes'
                : after !== null
                  ? 'verify.suggestion'
                  : 'verify.noSuggestion',
          )}
          {state !== 'open' && form === null && <StateChip state={state} />}
        </h3>
        {form ??
          (state === 'corrected' ? (
            <Card
              label={t('verify.becomes')}
              lines={before}
              marked={was === null ? NOTHING : differing([was], lines)}
              isEnvelope={isEnvelope}
              className="sug"
            />
          ) : after !== null ? (
            <Card
              label={t('verify.suggestion')}
              lines={after}
              marked={differing(before, after)}
              isEnvelope={isEnvelope}
              className="sug"
            />
          ) : (
            <div className="verify-card none">
              <p>{t(state === 'right' ? 'verify.isRight' : 'verify.noSuggestionHow')}</p>
            </div>
          ))}
      </section>
    </div>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

/** The words of `after` that are not in `before`. */
function differing(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  return differentWords(before.join(' '), after.join(' '));
}

interface Shown {
  readonly lines: readonly string[];
  readonly isEnvelope: boolean;
}

/** A name and an address stand on the envelope, the other of the two being as it is. */
function shown(
  { details, person, language }: VerifyDonor,
  { field }: VerifyDetail,
  value: CorrectedValue,
  lines: readonly string[],
): Shown {
  const known = (wanted: 'name' | 'address'): CorrectedValue | undefined =>
    field === wanted ? value : details.find((each) => each.field === wanted)?.input.value;
  const onEnvelope =
    field === 'name' || field === 'address' ? envelopeOf(person, known('name'), known('address'), language) : [];
  return onEnvelope.length > 0 ? { lines: onEnvelope, isEnvelope: true } : { lines, isEnvelope: false };
}

interface CardProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly marked: ReadonlySet<string>;
  readonly isEnvelope: boolean;
  readonly marks?: 'new' | 'doubt';
  readonly className?: string;
}

function Card({ label, lines, marked, isEnvelope, marks = 'new', className = '' }: CardProps) {
  const { t } = useTranslation();
  if (isEnvelope) return <Envelope label={label} lines={lines} marked={marked} marks={marks} className={className} />;
  return (
    <div className={`verify-card ${className}`}>
      {lines.length === 0 && <p className="soft">{t('call.details.unknown')}</p>}
      {lines.map((line) => (
        <p key={line}>
          <MarkedLine line={line} fresh={marked} isDoubt={marks === 'doubt'} />
        </p>
      ))}
    </div>
  );
}

const LOOKS = {
  open: { icon: 'ring', tone: 'open' },
  right: { icon: 'tick', tone: 'ok' },
  corrected: { icon: 'pencil', tone: 'cor' },
} as const;

export function StateChip({ state }: Pick<VerifyDetail, 'state'>) {
  const { t } = useTranslation();
  return (
    <span className={`st ${LOOKS[state].tone}`}>
      <Icon name={LOOKS[state].icon} />
      {t(`verify.states.${state}`)}
    </span>
  );
}
