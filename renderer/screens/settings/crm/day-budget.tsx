/** How many of the organisation's questions of a day are used, and what Dankbel does when they run out. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { useCounted } from '../../files/use-counted.ts';

type Connection = OutputOf<'connection.get'>;

export function DayBudget({ connection: { budget, connected } }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const counted = useCounted();
  if (budget === null) {
    return <p className="soft">{t(connected?.kind === 'salesforce' ? 'crm.notYet' : 'crm.notCounted')}</p>;
  }
  const { used, most, stopsAt, allows } = budget;
  const stop = Math.round((stopsAt / most) * 100);
  const share = Math.min(100, Math.round((used / most) * 100));
  return (
    <>
      <p className="crm-figure">
        {t('crm.used', { used: counted(used).number, most: counted(most).number })}
        <small>{t('crm.percent', { share })}</small>
      </p>
      <div className={`crm-bar ${allows}`} aria-hidden="true">
        <span style={{ inlineSize: `${share}%` }} />
        <i style={{ insetInlineStart: `${stop}%` }} />
      </div>
      <p className="crm-marks" aria-hidden="true">
        <span style={{ insetInlineStart: `${stop}%` }}>{t('crm.mark', { stop })}</span>
      </p>
      <p>{t(`crm.now.${allows}`, { stop })}</p>
      <p className="soft">{t('crm.rules', { stop })}</p>
      <p className="soft">{t('crm.shared')}</p>
    </>
  );
}
