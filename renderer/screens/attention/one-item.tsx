/** One operation on the right: what it is, who did it, why it is not in the CRM, and what can be done. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wallClock } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { useSession } from '../../data/session-context.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { DonorName } from '../../parts/donor-name.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ItemActions } from './item-actions.tsx';
import type { Item } from './items.tsx';
import { LOOKS } from './looks.ts';

export function OneItem({ item }: { readonly item: Item }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const { icon, tone } = LOOKS[item.state];
  const moment = (instant: string): string => {
    const { day, time } = wallClock(instant);
    return t('attention.nextTryAt', { day: writeDay(day, language, { today, style: 'weekday' }), time });
  };
  return (
    <section className="one" aria-labelledby="attention-donor">
      <h2 className="name" id="attention-donor">
        <DonorName name={say(item.donorName)} />
      </h2>
      <p className="q">{say(item.why)}</p>
      <div className="side">
        <h3>
          <Icon name="pencil" />
          {t('attention.recordedHere')}
          <span className={`st ${tone}`}>
            <Icon name={icon} />
            {t(`attention.chips.${item.state}`)}
          </span>
        </h3>
        <p className="val">
          <bdi>{say(item.what)}</bdi>
        </p>
        <dl>
          <Fact term={t('attention.who')}>
            <bdi>{item.recordedBy}</bdi>
          </Fact>
          <Fact term={t('attention.when')}>{moment(item.recordedAt)}</Fact>
          {item.crmWords !== null && (
            <Fact term={t('attention.crmWords')}>
              <q className="crm-words">{item.crmWords}</q>
            </Fact>
          )}
          {item.nextTryAt !== null && <Fact term={t('attention.nextTry')}>{moment(item.nextTryAt)}</Fact>}
        </dl>
        <ItemActions item={item} />
      </div>
      <p className="trace">
        <Icon name="clock" />
        {t('attention.trace')}
      </p>
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
