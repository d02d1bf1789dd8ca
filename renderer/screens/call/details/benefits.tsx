/** What may be offered to this donor: one line, then the words to say and three answers. Nothing when nothing fits. */
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../contract/procedures/call.ts';
import type { BenefitAnswer } from '../../../../domain/benefits/benefit.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useCommand } from '../../../commands/commands-context.tsx';
import { Keycap } from '../../../commands/keycap.tsx';
import { focusOnArrival, showOnArrival } from '../../../parts/focus-on-arrival.ts';
import { useCall } from '../call-context.ts';
import { justClosed } from '../call-mode.ts';
import './wishes.css';

/** As the digits choose them. */
const ANSWERS = ['accepted', 'offered', 'declined'] as const satisfies readonly BenefitAnswer[];

export function Benefits() {
  const { view, mode } = useCall();
  const [first] = view.benefits;
  if (first === undefined) return null;
  return mode.kind === 'benefits' ? <Open /> : <Closed first={first} />;
}

function Closed({ first }: { readonly first: CallView['benefits'][number] }) {
  const { t } = useTranslation();
  const { view, mode, setMode } = useCall();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = justClosed(mode)?.kind === 'benefits';
  useEffect(() => {
    if (wasOpen) button.current?.focus({ preventScroll: true });
  }, [wasOpen]);
  const answered = view.benefits.flatMap(({ name, answer }) =>
    answer === null ? [] : [`${name}: ${t(`call.benefits.answers.${answer}`)}`],
  );
  const others = view.benefits.length - 1;
  const what = others === 0 ? first.name : t('call.benefits.more', { name: first.name, count: others });
  return (
    <CommandButton
      ref={button}
      className="wishes-line"
      command="call.benefits"
      keycap="before"
      onRun={() => setMode({ kind: 'benefits' })}
    >
      <span>
        <b>{t('call.benefits.title')}</b>
        <small>{answered.length === 0 ? what : answered.join('. ')}</small>
      </span>
    </CommandButton>
  );
}

function Open() {
  const { t } = useTranslation();
  const { view, changes, setMode } = useCall();
  const close = (): void => setMode({ kind: 'none', closed: { kind: 'benefits' } });
  const current = view.benefits.find(({ answer }) => answer === null);
  useCommand('benefits.answer', (key) => {
    const answer = ANSWERS[Number(key) - 1];
    if (current === undefined || answer === undefined) return;
    changes.answerBenefit(current.id, answer);
    if (view.benefits.filter((each) => each.answer === null).length === 1) close();
  });
  return (
    <Group ref={showOnArrival} className="wishes" aria-label={t('call.benefits.title')}>
      {view.benefits.map((benefit) => (
        <Benefit key={benefit.id} benefit={benefit} isCurrent={benefit === current} />
      ))}
      <CommandButton ref={focusOnArrival} className="btn" command="benefits.close" onRun={close}>
        {t('call.benefits.close')}
      </CommandButton>
    </Group>
  );
}

interface BenefitProps {
  readonly benefit: CallView['benefits'][number];
  /** The digits are about this one. */
  readonly isCurrent: boolean;
}

function Benefit({ benefit, isCurrent }: BenefitProps) {
  const { t } = useTranslation();
  const { changes } = useCall();
  const { id, name, words, answer } = benefit;
  return (
    <Group className="benefit" aria-label={name}>
      <p className="field-label">{name}</p>
      <p className="opt-in-words" lang="nl">
        {words}
      </p>
      <div className="segments">
        {ANSWERS.map((each, index) => (
          <Button
            key={each}
            className="segment"
            data-selected={answer === each || undefined}
            aria-pressed={answer === each}
            onPress={() => changes.answerBenefit(id, answer === each ? null : each)}
          >
            {isCurrent && <Keycap written={String(index + 1)} />}
            {t(`call.benefits.answers.${each}`)}
          </Button>
        ))}
      </div>
    </Group>
  );
}
