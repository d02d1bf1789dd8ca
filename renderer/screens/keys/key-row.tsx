/** One command with its key; pressing the key lets another one be chosen by pressing that. */
import { useState, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { definitionOf, type CommandId } from '../../commands/catalogue.ts';
import { Keycap, writtenName } from '../../commands/keycap.tsx';
import { writtenKey } from '../../commands/keys.ts';
import { keysOf, refusalOf, type KeyRefusal, type OwnKeys } from '../../commands/own-keys.ts';
import { Icon } from '../../parts/icon.tsx';

interface KeyRowProps {
  readonly id: CommandId;
  readonly own: OwnKeys;
  readonly onChoose: (key: string) => void;
  readonly onBack: () => void;
}

interface Refused {
  readonly key: string;
  readonly refusal: KeyRefusal;
}

/** Keys that only change another one, and those that go on to the next place. */
const NO_KEY_YET = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead']);
const GOES_ON = new Set(['Tab', 'Shift+Tab']);

export function KeyRow({ id, own, onChoose, onBack }: KeyRowProps) {
  const { t } = useTranslation();
  const [isListening, setListening] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const command = t(`commands.${id}`);
  const [key = ''] = keysOf(id, own);
  const [usual = ''] = definitionOf(id).keys;

  const choose = (event: KeyboardEvent): void => {
    if (!isListening || NO_KEY_YET.has(event.key)) return;
    const pressed = writtenKey(event);
    if (pressed === null || GOES_ON.has(pressed)) return;
    event.preventDefault();
    event.stopPropagation();
    const refusal = pressed === 'Escape' || pressed === key ? null : refusalOf(id, pressed, own);
    setRefused(refusal === null ? null : { key: pressed, refusal });
    if (refusal !== null) return;
    setListening(false);
    if (pressed === usual && key !== usual) onBack();
    else if (pressed !== 'Escape' && pressed !== key) onChoose(pressed);
  };
  const stop = (): void => {
    setListening(false);
    setRefused(null);
  };

  return (
    <li className={key === usual ? undefined : 'own'}>
      <span className="key-name">{command}</span>
      {key !== usual && (
        <span className="key-usual">
          <span>{t('keySettings.usual', { key: writtenName(usual, t) })}</span>
          <Button
            className="link"
            aria-label={t('keySettings.backOf', { command, key: writtenName(usual, t) })}
            onPress={onBack}
          >
            {t('keySettings.back')}
          </Button>
        </span>
      )}
      {/* All keys are for this place while it listens. */}
      <span
        className="key-place"
        onKeyDownCapture={choose}
        onBlur={stop}
        data-keeps-keys={isListening ? '' : undefined}
      >
        <Button className="key-choose" data-listening={isListening || undefined} onPress={() => setListening(true)}>
          <span className="hush">{t('keySettings.choose', { command, key: writtenName(key, t) })}</span>
          <Keycap written={key} />
          <Icon name="pencil" />
        </Button>
      </span>
      {isListening && (
        <output className={refused === null ? 'key-says' : 'key-says st att'}>
          {refused === null ? (
            t('keySettings.press')
          ) : (
            <>
              <Icon name="triangle" />
              <Why refusal={refused.refusal} written={refused.key} />
            </>
          )}
        </output>
      )}
    </li>
  );
}

function Why({ refusal, written }: { readonly refusal: KeyRefusal; readonly written: string }) {
  const { t } = useTranslation();
  const key = writtenName(written, t);
  if (refusal.kind === 'taken') return t('keySettings.refused.taken', { key, command: t(`commands.${refusal.by}`) });
  return t(`keySettings.refused.${refusal.kind}`, { key });
}
