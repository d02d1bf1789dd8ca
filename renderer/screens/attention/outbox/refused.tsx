/** What the CRM refused, or has not been asked for too long: why, in its words and ours, and what can be done. */
import { useTranslation } from 'react-i18next';
import type { AttentionItem } from '../../../../contract/procedures/attention-item.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { Fact, FactsOfMine, useWriteInstant } from './facts.tsx';
import { ItemActions } from './item-actions.tsx';
import { LOOKS } from './looks.ts';

export function Refused({ item }: { readonly item: AttentionItem }) {
  const { t } = useTranslation();
  const say = useSentence();
  const writeInstant = useWriteInstant();
  const { icon, tone } = LOOKS[item.state];
  return (
    <>
      <p className="q">{say(item.why)}</p>
      <section className="side alone" aria-labelledby="attention-mine">
        <h3 id="attention-mine">
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
          <FactsOfMine item={item} />
          {item.crmWords !== null && (
            <Fact term={t('attention.crmWords')}>
              <q className="crm-words">{item.crmWords}</q>
            </Fact>
          )}
          {item.nextTryAt !== null && <Fact term={t('attention.nextTry')}>{writeInstant(item.nextTryAt)}</Fact>}
        </dl>
        <ItemActions item={item} />
      </section>
    </>
  );
}
