/** Gesprek: finds the call of the address, or says that it is no longer there. */
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { FailureError } from '../../../contract/client.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { Bones } from '../../parts/bones.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { CallBar } from './call-bar.tsx';
import { CallScreen } from './call-screen.tsx';
import './call.css';

export function CallRoute() {
  const callItemId = Number(useParams()['callItemId']);
  const { data: view, error } = useAnswer('call.get', { callItemId });
  if (view !== undefined) return <CallScreen key={callItemId} view={view} />;
  return (
    <>
      <CallBar startedAt={null} briefingOf={null} />
      {error === null ? <CallBones /> : <NoCall error={error} />}
    </>
  );
}

function CallBones() {
  return (
    <div className="call">
      <Bones className="door call-who" />
      <Bones className="say" />
      <Bones className="check" />
    </div>
  );
}

function NoCall({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const navigate = useNavigate();
  const isGone =
    error instanceof FailureError && (error.failure.code === 'not-found' || error.failure.code === 'invalid-input');
  return (
    <main className="whole-page">
      <TroublePage
        level={1}
        title={t(isGone ? 'call.gone.title' : 'trouble.title')}
        text={isGone ? t('call.gone.text') : `${textOf(error)} ${t('trouble.whatToDo')}`}
      >
        <CommandButton command="call.leave" onRun={() => void navigate('/')}>
          {t('bar.toToday')}
        </CommandButton>
      </TroublePage>
    </main>
  );
}
