/** A detail that was changed here and in the CRM: both side by side, neither preferred, one key each. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttentionItem } from '../../../../contract/procedures/attention-item.ts';
import type { InputOf } from '../../../../contract/index.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { focusOnArrival } from '../../../parts/focus-on-arrival.ts';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { Fact, FactsOfMine, useWriteInstant } from './facts.tsx';
import { TypeValue } from './type-value.tsx';
import { useDecision } from './use-decision.ts';
import { Value } from './value.tsx';

interface ConflictProps {
  readonly item: AttentionItem;
  readonly conflict: NonNullable<AttentionItem['conflict']>;
  readonly typed: NonNullable<AttentionItem['typed']>;
  readonly onLater: () => void;
}

export function Conflict({ item, conflict, typed, onLater }: ConflictProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const writeInstant = useWriteInstant();
  const [typing, setTyping] = useState<'no' | 'yes' | 'left'>('no');
  const { operationId } = item;
  const { conflictId, was, mine, theirs } = conflict;
  const decision = useDecision('sync.settle');
  const settle = (settlement: InputOf<'sync.settle'>['settlement']): void =>
    decision.run({ operationId, conflictId, settlement });
  const mayDecide = item.waysOut.includes('settle') && typing !== 'yes';
  return (
    <>
      <p className="q">
        {t(theirs === null ? 'attention.questionRemoved' : 'attention.question', { label: say(typed.label) })}
      </p>
      <p className="was">
        <span className="lbl">{t('attention.was')}</span>
        {was === null ? t('call.details.unknown') : <del>{was.join(', ')}</del>}
      </p>
      {decision.error !== null && <TroubleBar error={decision.error} onClose={decision.clear} />}
      <div className="pair">
        <section className="side mine" aria-labelledby="attention-mine">
          <h3 id="attention-mine">
            <Icon name="pencil" />
            {t('attention.mine')}
            <span className="st ok">
              <Icon name="tick" />
              {t('attention.asked')}
            </span>
          </h3>
          <Value lines={mine} was={was} />
          <dl>
            <FactsOfMine item={item} />
          </dl>
          {mayDecide && (
            <CommandButton
              className="choice"
              keycap="before"
              command="conflict.mine"
              onRun={() => settle({ keep: 'mine' })}
              isPending={decision.isRunning}
            >
              <span>
                <b>
                  <bdi>{t('attention.isRight', { value: mine[0] ?? '' })}</bdi>
                </b>
                <small>{t('attention.goesToCrm')}</small>
              </span>
            </CommandButton>
          )}
        </section>
        <section className="side theirs" aria-labelledby="attention-theirs">
          <h3 id="attention-theirs">
            <Icon name="database" />
            {t(theirs === null ? 'attention.theirsRemoved' : 'attention.theirs')}
            <span className="st open">
              <Icon name="ring" />
              {t('attention.notKnown')}
            </span>
          </h3>
          {theirs === null ? <p className="val none">{t('attention.removed')}</p> : <Value lines={theirs} was={was} />}
          <dl>
            <Fact term={t('attention.who')}>{t('attention.somebody')}</Fact>
            <Fact term={t('attention.when')}>
              {conflict.theirsAt === null
                ? t('attention.seenAt', { when: writeInstant(conflict.foundAt) })
                : t('attention.changedAt', { when: writeInstant(conflict.theirsAt) })}
            </Fact>
            <Fact term={t('attention.how')}>{t('attention.crmDoesNotSay')}</Fact>
          </dl>
          {mayDecide && (
            <CommandButton
              className="choice"
              keycap="before"
              command="conflict.theirs"
              onRun={() => settle({ keep: 'theirs' })}
              isPending={decision.isRunning}
            >
              <span>
                <b>
                  <bdi>
                    {theirs === null
                      ? t('attention.removalIsRight')
                      : t('attention.isRight', { value: theirs[0] ?? '' })}
                  </bdi>
                </b>
                <small>{t('attention.becomesSoHere')}</small>
              </span>
            </CommandButton>
          )}
        </section>
      </div>
      {mayDecide && (
        <div className="else">
          <CommandButton
            keycap="before"
            command="attention.type"
            onRun={() => setTyping('yes')}
            {...(typing === 'left' ? { ref: focusOnArrival } : {})}
          >
            {t('attention.typeOther')}
          </CommandButton>
          <CommandButton keycap="before" command="attention.later" onRun={onLater}>
            {t('attention.later')}
          </CommandButton>
        </div>
      )}
      {typing === 'yes' && (
        <TypeValue
          typed={typed}
          checkedBy={item.checkedBy ?? 'heard'}
          onSave={(correction, checkedBy) =>
            decision.send({ operationId, conflictId, settlement: { keep: 'other', correction, checkedBy } })
          }
          onClose={() => setTyping('left')}
        />
      )}
    </>
  );
}
