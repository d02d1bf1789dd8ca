/** Gesprek: who, what to say, what to check, what came of it. Nothing in it is modal. */
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CallView } from '../../../contract/procedures/call.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useSession } from '../../data/session-context.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { CallBar } from './call-bar.tsx';
import { CallProvider, useCall } from './call-context.ts';
import { meansDigits, NOTHING_OPEN } from './call-mode.ts';
import { Answers } from './answers/answers.tsx';
import { Details } from './details/details.tsx';
import { Outcomes } from './outcomes/outcomes.tsx';
import { Say } from './say/say.tsx';
import { useClaim } from './use-claim.ts';
import { useCallState } from './use-call-state.ts';
import { Who } from './who.tsx';

export function CallScreen({ view }: { readonly view: CallView }) {
  const { t } = useTranslation();
  const say = useSentence();
  const call = useCallState(view);
  const { roles } = useSession().person;
  const mayBrief = roles.some((role) => role === 'director' || role === 'coordinator');
  useTitle(t('call.title', { name: say(view.name) }));
  useClaim(view.callItemId, call.finishing.hasMarkedNumber);
  return (
    <CallProvider value={call}>
      <CallBar
        startedAt={view.startedAt}
        briefingOf={view.programme === 'major-call' && mayBrief ? view.donorId : null}
      />
      <div className="call">
        <Who />
        <Say />
        <Beside />
        <CallTrouble />
      </div>
      <Outcomes />
      <CallKeys />
    </CallProvider>
  );
}

/** The details, or the ready answers in their place while somebody asks something. */
function Beside() {
  const { mode } = useCall();
  return mode.kind === 'answers' ? <Answers /> : <Details />;
}

/** Keys that belong to the call as a whole. */
function CallKeys() {
  const { view, changes, mode, setMode } = useCall();
  const navigate = useNavigate();
  useCommand('call.leave', () => void navigate('/'));
  useCommand('call.undo', () => {
    if (meansDigits(mode)) setMode(NOTHING_OPEN);
    changes.undoLast();
  });
  useCommand('call.dial', view.numbers.length > 0 ? () => changes.dial(view.numbers[0]) : null);
  useCommand('call.dialSecond', view.numbers.length > 1 ? () => changes.dial(view.numbers[1]) : null);
  return null;
}

function CallTrouble() {
  const { changes, finishing } = useCall();
  const error = finishing.error ?? changes.error;
  if (error === null) return null;
  return (
    <div className="call-trouble">
      <TroubleBar
        error={error}
        onClose={() => {
          changes.clearError();
          finishing.clearError();
        }}
      />
    </div>
  );
}
