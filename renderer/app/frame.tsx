/** What stands around every screen, once it is known who is working: language, theme, bands, the help sheet. */
import { useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { CommandId } from '../commands/catalogue.ts';
import { useCommand, useCommandRegistry } from '../commands/commands-context.tsx';
import { HelpProvider } from '../commands/help-context.ts';
import { HelpSheet } from '../commands/help-sheet.tsx';
import { Palette } from '../commands/palette.tsx';
import { isPracticeWindow } from '../data/practice-window.ts';
import { SessionProvider, type Session } from '../data/session-context.ts';
import { isLocked } from '../data/is-locked.ts';
import { useAnswer } from '../data/use-answer.ts';
import { useLock } from '../data/use-lock.ts';
import { useSignOfLife } from '../data/use-sign-of-life.ts';
import { useIsDisconnected } from '../data/use-is-disconnected.ts';
import { Bones } from '../parts/bones.tsx';
import { DisconnectedBand } from '../parts/disconnected-band.tsx';
import { PracticeBand } from '../parts/practice-band.tsx';
import { SafeBand } from '../parts/safe-band.tsx';
import { DeskParts } from '../desk/desk-parts.tsx';
import { GuidePanel } from '../practice/guide-panel.tsx';
import { PracticeCommands } from '../practice/practice-commands.tsx';
import { NewsCommands } from '../screens/news/news-commands.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import { BarePage } from './bare-page.tsx';
import { NoSession } from './no-session.tsx';
import { useDocument } from './use-document.ts';
import './frame.css';

const CONNECT = '/connect';
const NOBODY = 0;
const REGIONS = { nl: 'nl-NL', en: 'en-GB' } as const;

export function Frame() {
  const { data: session, dataUpdatedAt, error, refetch } = useAnswer('session.get', {});
  const [wasLocked, setWasLocked] = useState(false);
  // While it is asked again there is neither answer nor error for a moment: who is typing a PIN goes on typing.
  const isOpenQuestion = error === null && session === undefined;
  if (!isOpenQuestion && isLocked(error) !== wasLocked) setWasLocked(isLocked(error));
  // What is known of before is not shown to whoever comes next.
  if (isOpenQuestion ? wasLocked : isLocked(error)) return <SignInScreen />;
  if (session !== undefined) return <OpenFrame session={session} receivedAt={dataUpdatedAt} />;
  if (error !== null) return <NoSession error={error} onRetry={() => void refetch()} />;
  return (
    <BarePage>
      <h1 className="hush">Dankbel</h1>
      <Bones className="bones-frame" />
    </BarePage>
  );
}

function OpenFrame({ session, receivedAt }: { readonly session: Session; readonly receivedAt: number }) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [choices, setChoices] = useState<readonly CommandId[] | null>(null);
  const registry = useCommandRegistry();
  const isDisconnected = useIsDisconnected();
  const info = useMemo(() => ({ session, clockOffset: Date.parse(session.now) - receivedAt }), [session, receivedAt]);
  const help = useMemo(() => ({ open: () => setHelpOpen(true) }), []);
  const isEvening = isPracticeWindow();
  const { pathname } = useLocation();
  // A profile that nobody has used yet has nothing else to show.
  const mustConnect = session.person.id === NOBODY && pathname !== CONNECT;
  useDocument(session);
  useSignOfLife();
  const lock = useLock();
  useCommand('person.lock', lock);
  useCommand('help.open', help.open);
  useCommand('palette.open', () => setChoices(registry.available().filter((id) => id !== 'palette.open')));
  return (
    <SessionProvider value={info}>
      <I18nProvider locale={REGIONS[session.language]}>
        <HelpProvider value={help}>
          {isDisconnected && <DisconnectedBand />}
          {session.isSafe && <SafeBand />}
          {session.isPractice && <PracticeBand isEvening={isEvening} />}
          {isEvening && <GuidePanel />}
          <DeskParts />
          <PracticeCommands />
          <NewsCommands />
          {mustConnect ? <Navigate to={CONNECT} replace /> : <Outlet />}
          <Palette commands={choices} onClose={() => setChoices(null)} />
          <HelpSheet isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
        </HelpProvider>
      </I18nProvider>
    </SessionProvider>
  );
}
