/** What the dots mean, and where the keys are. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from '../../commands/commands-context.tsx';
import { useHelp } from '../../commands/help-context.ts';
import { KeycapOf } from '../../commands/keycap.tsx';
import { Dot } from './dot.tsx';
import './foot.css';

export function TodayFoot() {
  const { t } = useTranslation();
  const { open } = useHelp();
  const registry = useCommandRegistry();
  return (
    <footer className="foot">
      <span>
        <Dot isFilled />
        {t('today.legend.spoken')}
      </span>
      <span>
        <Dot isFilled={false} />
        {t('today.legend.notReached')}
      </span>
      <Button className="foot-key right" onPress={() => registry.run('palette.open')}>
        <KeycapOf command="palette.open" />
        {t('today.search')}
      </Button>
      <Button className="foot-key" onPress={open}>
        <KeycapOf command="help.open" />
        {t('today.allKeys')}
      </Button>
    </footer>
  );
}
