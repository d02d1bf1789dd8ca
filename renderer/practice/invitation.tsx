/** On Vandaag, for somebody who has neither called nor practised here: ten minutes first, or not. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useClient } from '../data/client-context.ts';
import { useAnswer } from '../data/use-answer.ts';
import { TroubleBar } from '../parts/trouble-bar.tsx';
import { usePractice } from './use-practice.ts';
import './invitation.css';

export function Invitation() {
  const { t } = useTranslation();
  const client = useClient();
  const { begin, isBusy, error, isInside } = usePractice();
  const { data: state } = useAnswer('practice.state', {});
  if (isInside || begin === null || state?.isInvited !== true) return null;
  return (
    <section className="invitation">
      <h2>{t('practice.invitation.title')}</h2>
      <p>{t('practice.invitation.text')}</p>
      {error !== null && <TroubleBar error={error} onClose={begin} />}
      <div className="invitation-do">
        <Button className="btn" onPress={begin} data-pending={isBusy || undefined}>
          {t('practice.invitation.accept')}
        </Button>
        <Button className="link" onPress={() => void client.ask('practice.decline', {}).catch(() => undefined)}>
          {t('practice.invitation.decline')}
        </Button>
      </div>
    </section>
  );
}
