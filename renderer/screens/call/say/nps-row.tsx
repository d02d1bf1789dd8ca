/** How likely the donor is to recommend the charity, where the programme asks it: A, then 0 to 9, or T for ten. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../commands/commands-context.tsx';
import { KeycapOf } from '../../../commands/keycap.tsx';
import { useCall } from '../call-context.ts';
import { NOTHING_OPEN } from '../call-mode.ts';

const MARKS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export function NpsRow() {
  const { t } = useTranslation();
  const { view, changes, mode, setMode } = useCall();
  const isChoosing = mode.kind === 'nps';
  const set = (nps: number | null): void => {
    setMode(NOTHING_OPEN);
    if (nps !== view.nps) changes.setNps(nps);
  };
  useCommand('call.nps', () => setMode({ kind: 'nps' }));
  useCommand('nps.choose', isChoosing ? (key) => set(Number(key)) : null);
  useCommand('nps.ten', isChoosing ? () => set(10) : null);
  useCommand('nps.close', isChoosing ? () => setMode(NOTHING_OPEN) : null);
  return (
    <div className={isChoosing ? 'nps choosing' : 'nps'}>
      <KeycapOf command="call.nps" />
      <span className="q" id="nps-question">
        {t('call.nps.question')}
      </span>
      <ToggleButtonGroup
        className="nps-marks"
        aria-labelledby="nps-question"
        aria-describedby="nps-hint"
        selectionMode="single"
        selectedKeys={view.nps === null ? [] : [String(view.nps)]}
        onSelectionChange={(keys) => set(MARKS.find((mark) => keys.has(String(mark))) ?? null)}
      >
        {MARKS.map((mark) => (
          <ToggleButton key={mark} id={String(mark)} className="nps-mark">
            {mark}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <span className="hush" id="nps-hint">
        {t('call.nps.hint')}
      </span>
    </div>
  );
}
