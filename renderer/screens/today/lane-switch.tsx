/** For people with two lanes: whose list this is. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import type { CallingLane } from '../../../domain/programmes/programme-id.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { chosenLane } from '../../data/chosen-lane.ts';
import { useSession } from '../../data/session-context.ts';

export function LaneSwitch({ lane }: { readonly lane: CallingLane }) {
  const { t } = useTranslation();
  const { lanes } = useSession();
  useCommand('today.lane', () => chosenLane.set(lanes.find((id) => id !== lane) ?? lane));
  return (
    <div className="lane-switch">
      <ToggleButtonGroup
        className="segments lanes"
        aria-label={t('bar.lane')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[lane]}
        onSelectionChange={(keys) => chosenLane.set(lanes.find((id) => keys.has(id)) ?? lane)}
      >
        {lanes.map((id) => (
          <ToggleButton key={id} id={id} className="segment">
            {t(`bar.lanes.${id}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <KeycapOf command="today.lane" />
    </div>
  );
}
