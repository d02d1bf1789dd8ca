/** In place of a screen with a fault in it: the rest of the programme, and what was saved, is as it was. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { focusOnArrival } from '../parts/focus-on-arrival.ts';
import { TroublePage } from '../parts/trouble-page.tsx';
import { BarePage } from './bare-page.tsx';

export function StuckScreen() {
  const { t } = useTranslation();
  return (
    <BarePage>
      <TroublePage level={1} title={t('trouble.screen')} text={t('trouble.screenMore')}>
        <Button className="btn" ref={focusOnArrival} onPress={() => window.location.reload()}>
          {t('trouble.reopen')}
        </Button>
      </TroublePage>
    </BarePage>
  );
}
