/** How the donor wants to hear from us: one line until it is asked about, then a wish for each kind of message. */
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../contract/procedures/call.ts';
import { CHANNEL_NAMES, WISH_CHANNELS } from '../../../../domain/wishes.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { focusOnArrival, showOnArrival } from '../../../parts/focus-on-arrival.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useCall } from '../call-context.ts';
import { justClosed } from '../call-mode.ts';
import './wishes.css';

export function Wishes() {
  const { mode } = useCall();
  return mode.kind === 'wishes' ? <Open /> : <Closed />;
}

function Closed() {
  const { t } = useTranslation();
  const say = useSentence();
  const { view, mode, setMode } = useCall();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = justClosed(mode)?.kind === 'wishes';
  useEffect(() => {
    if (wasOpen) button.current?.focus({ preventScroll: true });
  }, [wasOpen]);
  const said = view.wishes.flatMap(({ name, channel }) =>
    channel === null ? [] : [`${say(name)}: ${say(CHANNEL_NAMES[channel])}`],
  );
  const { isGiven } = view.emailOptIn;
  const optIn = isGiven === null ? [] : [t(isGiven ? 'call.wishes.optedIn' : 'call.wishes.notOptedIn')];
  const all = [...said, ...optIn];
  return (
    <CommandButton
      ref={button}
      className="wishes-line"
      command="call.wishes"
      keycap="before"
      onRun={() => setMode({ kind: 'wishes' })}
    >
      <span>
        <b>{t('call.wishes.title')}</b>
        <small>{all.length === 0 ? t('call.wishes.nothing') : all.join('. ')}</small>
      </span>
    </CommandButton>
  );
}

function Open() {
  const { t } = useTranslation();
  const { view, setMode } = useCall();
  const close = (): void => setMode({ kind: 'none', closed: { kind: 'wishes' } });
  return (
    <Group ref={showOnArrival} className="wishes" aria-label={t('call.wishes.title')}>
      {view.wishes.map((wish, index) => (
        <Wish key={wish.about} wish={wish} isFirst={index === 0} />
      ))}
      <OptIn />
      <CommandButton className="btn" command="wishes.close" onRun={close}>
        {t('call.wishes.close')}
      </CommandButton>
    </Group>
  );
}

function Wish({ wish, isFirst }: { readonly wish: CallView['wishes'][number]; readonly isFirst: boolean }) {
  const say = useSentence();
  const { changes } = useCall();
  const { about, name, channel } = wish;
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={channel}
      onChange={(chosen) => changes.setWish(about, WISH_CHANNELS.find((id) => id === chosen) ?? null)}
    >
      <Label className="field-label">{say(name)}</Label>
      <div className="segments">
        {WISH_CHANNELS.map((id, index) => (
          <Radio key={id} value={id} className="segment" {...(isFirst && index === 0 ? { ref: focusOnArrival } : {})}>
            {say(CHANNEL_NAMES[id])}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** Consent to e-mail is what the donor answers to words that were read; a yes without them is none. */
function OptIn() {
  const { t } = useTranslation();
  const say = useSentence();
  const { view, changes } = useCall();
  const { words, isGiven, isOfThisCall, known, isBlocked } = view.emailOptIn;
  const answer = isOfThisCall ? isGiven : null;
  return (
    <Group className="opt-in" aria-labelledby="opt-in-words">
      <p className="opt-in-words" id="opt-in-words" lang={view.language}>
        {words}
      </p>
      {known !== null && <p className="meta">{say(known)}</p>}
      {isBlocked && (
        <p className="st att">
          <Icon name="triangle" />
          {t('call.wishes.blocked')}
        </p>
      )}
      <div className="segments">
        {[true, false].map((given) => (
          <Button
            key={String(given)}
            className="segment"
            data-selected={answer === given || undefined}
            aria-pressed={answer === given}
            onPress={() => changes.setEmailOptIn(answer === given ? null : given)}
          >
            {t(given ? 'call.wishes.saysYes' : 'call.wishes.saysNo')}
          </Button>
        ))}
      </div>
    </Group>
  );
}
