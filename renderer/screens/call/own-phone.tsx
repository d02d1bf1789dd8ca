/** The number to dial by hand on another phone: large, and as a code that a mobile phone reads. */
import encodeQR from 'qr';
import { useEffect, useId, useMemo, useRef } from 'react';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../contract/procedures/call.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { showOnArrival } from '../../parts/focus-on-arrival.ts';
import { useCall } from './call-context.ts';
import { justClosed } from './call-mode.ts';
import './own-phone.css';

type PhoneNumber = CallView['numbers'][number];

export function OwnPhone() {
  const { t } = useTranslation();
  const { view, mode, setMode } = useCall();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = justClosed(mode)?.kind === 'own-phone';
  useEffect(() => {
    if (wasOpen) button.current?.focus({ preventScroll: true });
  }, [wasOpen]);
  const [number] = view.numbers;
  if (number === undefined) return null;
  if (mode.kind === 'own-phone') return <Open number={number} />;
  return (
    <CommandButton
      ref={button}
      className="own-phone-line"
      command="call.ownPhone"
      onRun={() => setMode({ kind: 'own-phone' })}
    >
      {t('telephone.ownPhone')}
    </CommandButton>
  );
}

function Open({ number }: { readonly number: PhoneNumber }) {
  const { t } = useTranslation();
  const { changes, setMode } = useCall();
  const close = (): void => setMode({ kind: 'none', closed: { kind: 'own-phone' } });
  return (
    <Group ref={showOnArrival} className="own-phone" aria-label={t('telephone.ownPhone')}>
      <p className="own-phone-number">{number.display}</p>
      <Code text={`tel:${number.number}`} label={t('telephone.code')} />
      <div className="own-phone-do">
        <CommandButton
          className="btn"
          command="ownPhone.dial"
          onRun={() => {
            changes.dialByHand(number);
            close();
          }}
        >
          {t('telephone.dialByHand')}
        </CommandButton>
        <CommandButton className="btn quiet" command="ownPhone.close" onRun={close}>
          {t('telephone.close')}
        </CommandButton>
      </div>
    </Group>
  );
}

/** Black on white in either light: a camera reads nothing else. */
function Code({ text, label }: { readonly text: string; readonly label: string }) {
  const id = useId();
  const cells = useMemo(() => encodeQR(text, 'raw', { border: 2 }), [text]);
  const path = cells.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const size = cells.length;
  return (
    <svg className="own-phone-code" aria-labelledby={id} viewBox={`0 0 ${size} ${size}`}>
      <title id={id}>{label}</title>
      <rect width={size} height={size} />
      <path d={path} />
    </svg>
  );
}
