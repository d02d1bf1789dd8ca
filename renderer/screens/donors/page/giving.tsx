/** Gifts and mandates: by year as a chart with its figures, then one by one. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DonorPage } from '../../../../contract/procedures/donor-page.ts';
import { writeMoney } from '../../../../domain/money.ts';
import { withHardSpaces } from '../../../i18n/typography.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import { Amount } from '../../../parts/amount.tsx';
import { BarChart } from '../../../parts/chart/bar-chart.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Section } from './section.tsx';

export function GivingPart({ giving }: { readonly giving: DonorPage['giving'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { years, gifts, mandates, count, total, hiddenGifts } = giving;
  const money = (cents: number): string => withHardSpaces(writeMoney(cents, language, 'spoken'));
  return (
    <Section id="giving" title={t('donors.sections.giving')}>
      <p className="soft">
        {count === 0 ? t('donors.giving.none') : t('donors.giving.sum', { count, total: money(total) })}
      </p>
      {years.length > 1 && (
        <BarChart
          label={t('donors.giving.chart')}
          bars={years.map(({ year, received }) => ({
            key: String(year),
            label: String(year),
            value: received,
            text: money(received),
          }))}
        />
      )}
      {years.length > 1 && <Years years={years} />}
      {mandates.length > 0 && <Mandates mandates={mandates} />}
      {gifts.length > 0 && <Gifts gifts={gifts} hidden={hiddenGifts} />}
    </Section>
  );
}

function Years({ years }: Pick<DonorPage['giving'], 'years'>) {
  const { t } = useTranslation();
  return (
    <details className="more">
      <summary>{t('donors.giving.yearTable')}</summary>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('donors.giving.year')}</th>
            <th scope="col">{t('donors.giving.received')}</th>
            <th scope="col">{t('donors.giving.number')}</th>
          </tr>
        </thead>
        <tbody>
          {years.toReversed().map(({ year, received, count }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>
                <Amount cents={received} />
              </td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Mandates({ mandates }: Pick<DonorPage['giving'], 'mandates'>) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <>
      <h3>{t('donors.giving.mandates')}</h3>
      <ul className="rows">
        {mandates.map(({ id, amount, frequency, startText, status, endedText }) => (
          <li key={id}>
            <span>
              <Amount cents={amount} /> {say(frequency)}
            </span>
            <span className={`st ${status === 'running' ? 'ok' : 'open'}`}>
              <Icon name={status === 'running' ? 'tick' : 'ring'} />
              {t(`donors.giving.mandateStates.${status}`)}
            </span>
            <span className="meta">
              {t('donors.giving.since', { day: say(startText) })}
              {endedText !== null && `, ${t('donors.giving.until', { day: say(endedText) })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const TONES = { received: 'ok', announced: 'open', failed: 'stop', cancelled: 'open', reversed: 'stop' } as const;
const ICONS = {
  received: 'tick',
  announced: 'clock',
  failed: 'octagon',
  cancelled: 'cross',
  reversed: 'octagon',
} as const;

/** One is enough to name; that several know it is said, for it is there once. */
function knownAt(places: readonly string[], t: TFunction): string | null {
  return places.length > 1 ? t('donors.giving.once', { places: places.join(', ') }) : (places[0] ?? null);
}

function Gifts({ gifts, hidden }: { readonly gifts: DonorPage['giving']['gifts']; readonly hidden: number }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <>
      <h3>{t('donors.giving.gifts')}</h3>
      <ul className="rows">
        {gifts.map(({ id, amount, dayText, status, project, places, isOfMandate }) => (
          <li key={id}>
            <span>
              <Amount cents={amount} /> <span className="soft">{say(dayText)}</span>
            </span>
            <span className={`st ${TONES[status]}`}>
              <Icon name={ICONS[status]} />
              {t(`donors.giving.giftStates.${status}`)}
            </span>
            <span className="meta">
              <bdi>
                {[project, knownAt(places, t), isOfMandate ? t('donors.giving.ofMandate') : null]
                  .filter(Boolean)
                  .join(' · ')}
              </bdi>
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="meta">{t('donors.giving.hidden', { count: hidden })}</p>}
    </>
  );
}
