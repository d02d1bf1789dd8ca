/** The backend could not say who is working here: nothing can be shown yet. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { FailureError } from '../../contract/client.ts';
import { isPracticeWindow, reopenWindow } from '../data/practice-window.ts';
import { focusOnArrival } from '../parts/focus-on-arrival.ts';
import { TroublePage } from '../parts/trouble-page.tsx';
import { useTroubleText } from '../parts/use-trouble-text.ts';
import { DisconnectedError } from '../transport/errors.ts';
import { BarePage } from './bare-page.tsx';

export function NoSession({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  if (error instanceof DisconnectedError) {
    return (
      <BarePage>
        <TroublePage level={1} title={t('trouble.disconnected')} text={t('trouble.disconnectedMore')} />
      </BarePage>
    );
  }
  const what = error instanceof FailureError ? textOf(error) : t('trouble.unreachable');
  return (
    <BarePage>
      <TroublePage level={1} title={t('trouble.title')} text={`${what} ${t('trouble.whatToDo')}`}>
        <Button className="btn" ref={focusOnArrival} onPress={onRetry}>
          {t('trouble.tryAgain')}
        </Button>
        {isPracticeWindow() && (
          <Button className="btn" onPress={() => reopenWindow(false)}>
            {t('practice.leave')}
          </Button>
        )}
      </TroublePage>
    </BarePage>
  );
}
