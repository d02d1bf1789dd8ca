/** Did the donor like this contact? One key for yes, with Shift for no; pressing it again takes it back. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { THUMBS, type Thumb } from '../../../../domain/operation.ts';
import { useCommand } from '../../../commands/commands-context.tsx';
import { KeycapOf } from '../../../commands/keycap.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useCall } from '../call-context.ts';
import { meansDigits, NOTHING_OPEN } from '../call-mode.ts';

const ICONS = { up: 'thumbUp', down: 'thumbDown' } as const;

export function Thumbs() {
  const { t } = useTranslation();
  const { view, changes, mode, setMode } = useCall();
  const press = (thumb: Thumb): void => {
    if (meansDigits(mode)) setMode(NOTHING_OPEN);
    changes.setThumb(view.thumb === thumb ? null : thumb);
  };
  useCommand('call.thumbUp', () => press('up'));
  useCommand('call.thumbDown', () => press('down'));
  return (
    <div className="thumbs">
      <KeycapOf command="call.thumbUp" />
      <ToggleButtonGroup
        className="thumb-buttons"
        aria-label={t('call.thumb.question')}
        selectionMode="single"
        selectedKeys={view.thumb === null ? [] : [view.thumb]}
        onSelectionChange={(keys) => changes.setThumb(THUMBS.find((thumb) => keys.has(thumb)) ?? null)}
      >
        {THUMBS.map((thumb) => (
          <ToggleButton key={thumb} id={thumb} className="thumb-button">
            <Icon name={ICONS[thumb]} />
            <span className="thumb-word" aria-hidden="true">
              {t(`call.thumb.short.${thumb}`)}
            </span>
            <span className="hush">{t(`call.thumb.${thumb}`)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
