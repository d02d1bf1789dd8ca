/** One operation on the right: what it is, who did it, why it is not in the CRM, and what can be done. */
import { useTranslation } from 'react-i18next';
import type { AttentionItem } from '../../../../contract/procedures/attention-item.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { DonorName } from '../../../parts/donor-name.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Conflict } from './conflict.tsx';
import { Refused } from './refused.tsx';

interface OneItemProps {
  readonly item: AttentionItem;
  readonly onLater: () => void;
}

export function OneItem({ item, onLater }: OneItemProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { conflict, typed } = item;
  return (
    <>
      <h2 className="name" id="attention-donor">
        <DonorName name={say(item.donorName)} />
      </h2>
      {conflict === null || typed === null ? (
        <Refused item={item} />
      ) : (
        <Conflict item={item} conflict={conflict} typed={typed} onLater={onLater} />
      )}
      <p className="trace">
        <Icon name="clock" />
        {t('attention.trace')}
      </p>
    </>
  );
}
