/** One claim on the right: who, until when, and the way to end it. */
import { useTranslation } from 'react-i18next';
import type { ClaimItem } from '../../../../contract/procedures/claims.ts';
import { wallClock } from '../../../../domain/calendar/day.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { DonorName } from '../../../parts/donor-name.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { Fact } from '../outbox/facts.tsx';
import { useClaimCommand } from './use-claim-command.ts';

export function OneClaim({ item }: { readonly item: ClaimItem }) {
  const { t } = useTranslation();
  const say = useSentence();
  const takeBack = useClaimCommand('claims.takeBack');
  const { claimId, holder, endsAt } = item;
  const who = holder ?? t('attention.claims.colleague');
  const { time } = wallClock(endsAt);
  return (
    <>
      <h2 className="name" id="attention-donor">
        <DonorName name={say(item.donorName)} />
      </h2>
      <p className="q">{t('attention.claims.claimText', { who, time })}</p>
      <section className="side alone" aria-labelledby="attention-claim">
        <h3 id="attention-claim">
          <Icon name="person" />
          {t('attention.claims.claimed')}
        </h3>
        <dl>
          <Fact term={t('attention.who')}>
            <bdi>{who}</bdi>
          </Fact>
          <Fact term={t('attention.claims.untilWhen')}>{time}</Fact>
        </dl>
        <div className="item-do">
          {takeBack.error !== null && <TroubleBar error={takeBack.error} onClose={takeBack.clear} />}
          <CommandButton
            className="choice"
            keycap="before"
            command="attention.takeBack"
            onRun={() => takeBack.run({ claimId })}
            isPending={takeBack.isRunning}
          >
            <span>
              <b>{t('attention.claims.takeBack')}</b> <small>{t('attention.claims.takeBackMore')}</small>
            </span>
          </CommandButton>
        </div>
      </section>
    </>
  );
}
