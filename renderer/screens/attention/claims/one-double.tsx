/** One double on the right: who called, when, and what came of it. There is nothing to mend, only to know. */
import { useTranslation } from 'react-i18next';
import type { DoubleItem } from '../../../../contract/procedures/claims.ts';
import { writeDay } from '../../../../domain/calendar/write-day.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useSession } from '../../../data/session-context.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import { DonorName } from '../../../parts/donor-name.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { Fact, useWriteInstant } from '../outbox/facts.tsx';
import { useClaimCommand } from './use-claim-command.ts';

export function OneDouble({ item, onLater }: { readonly item: DoubleItem; readonly onLater: () => void }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const writeInstant = useWriteInstant();
  const seen = useClaimCommand('claims.seen');
  const { donorId, day, programme } = item;
  return (
    <>
      <h2 className="name" id="attention-donor">
        <DonorName name={say(item.donorName)} />
      </h2>
      <p className="q">
        {t(item.isMine ? 'attention.claims.doubleText' : 'attention.claims.doubleOfOthers', {
          programme: say(item.programmeName),
          day: writeDay(day, language, { today, style: 'weekday' }),
        })}
      </p>
      <section className="side alone" aria-labelledby="attention-double">
        <h3 id="attention-double">
          <Icon name="phone" />
          {t('attention.claims.calls')}
        </h3>
        <dl>
          {item.calls.map((call) => (
            <Fact
              key={call.operationId}
              term={call.isMine ? t('attention.claims.you') : (call.who ?? t('attention.claims.colleague'))}
            >
              {say(call.outcome)}, {writeInstant(call.at)}
            </Fact>
          ))}
        </dl>
        <div className="item-do">
          {seen.error !== null && <TroubleBar error={seen.error} onClose={seen.clear} />}
          <CommandButton
            className="choice"
            keycap="before"
            command="attention.seen"
            onRun={() => seen.run({ donorId, day, programme })}
            isPending={seen.isRunning}
          >
            <span>
              <b>{t('attention.claims.seen')}</b> <small>{t('attention.claims.seenMore')}</small>
            </span>
          </CommandButton>
          <CommandButton className="choice" keycap="before" command="attention.later" onRun={onLater}>
            <b>{t('attention.claims.later')}</b>
          </CommandButton>
        </div>
      </section>
    </>
  );
}
