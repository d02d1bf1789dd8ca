/** How the donor sounded: E, and then 1 to 5. */
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { EMOTIONS, type Emotion } from '../../../../domain/operation.ts';
import { useCommand } from '../../../commands/commands-context.tsx';
import { KeycapOf } from '../../../commands/keycap.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useCall } from '../call-context.ts';
import { NOTHING_OPEN } from '../call-mode.ts';
import './emotion-row.css';

export function EmotionRow() {
  const { t } = useTranslation();
  const { view, changes, mode, setMode } = useCall();
  const row = useRef<HTMLDivElement>(null);
  const isChoosing = mode.kind === 'emotion';

  const set = (emotion: Emotion | null): void => {
    setMode(NOTHING_OPEN);
    if (emotion !== view.emotion) changes.setEmotion(emotion);
  };
  useCommand('call.emotion', () => setMode({ kind: 'emotion' }));
  useCommand(
    'emotion.choose',
    isChoosing
      ? (key) => {
          const emotion = EMOTIONS[Number(key) - 1];
          if (emotion !== undefined) set(emotion);
        }
      : null,
  );
  useCommand('emotion.close', isChoosing ? () => setMode(NOTHING_OPEN) : null);

  return (
    <div className={isChoosing ? 'mood choosing' : 'mood'} ref={row}>
      {/* With little room this is all there is of the row until it is pressed. */}
      <Button
        className="mood-open"
        aria-expanded={isChoosing}
        onPress={() => setMode(isChoosing ? NOTHING_OPEN : { kind: 'emotion' })}
      >
        <KeycapOf command="call.emotion" />
        <span className="q">{t('call.emotion.question')}</span>
        <span className="q-short">{t('call.emotion.short')}</span>
      </Button>
      <ToggleButtonGroup
        className="moods"
        aria-label={t('call.emotion.question')}
        selectionMode="single"
        selectedKeys={view.emotion === null ? [] : [view.emotion]}
        onSelectionChange={(keys) => set(EMOTIONS.find((emotion) => keys.has(emotion)) ?? null)}
      >
        {EMOTIONS.map((emotion, index) => (
          <ToggleButton key={emotion} id={emotion} className="mood-button">
            {isChoosing && (
              <kbd aria-hidden="true" className="mood-key">
                {index + 1}
              </kbd>
            )}
            <Icon name={emotion} />
            <span>{t(`call.emotion.${emotion}`)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
