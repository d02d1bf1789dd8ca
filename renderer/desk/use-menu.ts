/** Keeps the menu of the window the same as the palette: what can be done here and now, and where one can go. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { DeskMenu } from '../../contract/desk.ts';
import { COMMAND_IDS, isWhole, type CommandId } from '../commands/catalogue.ts';
import { useCommandRegistry } from '../commands/commands-context.tsx';
import { keysOf, ownKeys } from '../commands/own-keys.ts';
import { useStore } from '../data/store.ts';
import { useSession } from '../data/session-context.ts';
import { useScreens } from '../parts/use-screens.ts';
import type { Desk } from './desk.ts';

/** A screen sets its commands one after the other; they are told of together. */
const TOGETHER_MILLISECONDS = 60;

export function useMenu(desk: Desk): void {
  const { t } = useTranslation();
  const { language } = useSession();
  const registry = useCommandRegistry();
  const navigate = useNavigate();
  const screens = useScreens();
  const own = useStore(ownKeys);
  const isInCall = useLocation().pathname.startsWith('/call/');

  useEffect(() => {
    const menu = (): DeskMenu => ({
      kind: 'menu',
      language,
      groups: [
        {
          title: t('desk.now'),
          items: registry
            .available()
            .filter(isWhole)
            .map((id) => ({ id, label: t(`commands.${id}`), key: keysOf(id, own)[0] ?? null })),
        },
        { title: t('desk.goTo'), items: screens.map(({ to, text }) => ({ id: to, label: text, key: null })) },
      ],
    });
    let told = '';
    let waiting: number | undefined;
    const tell = (): void => {
      const next = menu();
      const text = JSON.stringify(next);
      if (text !== told) desk.tell(next);
      told = text;
    };
    const tellSoon = (): void => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(tell, TOGETHER_MILLISECONDS);
    };
    tellSoon();
    const stop = registry.subscribe(tellSoon);
    return () => {
      stop();
      window.clearTimeout(waiting);
    };
  }, [desk, registry, t, language, own, screens]);

  // Whoever signs out leaves nothing in the menu.
  useEffect(() => () => desk.tell({ kind: 'menu', language, groups: [] }), [desk, language]);

  useEffect(() => {
    desk.tell({ kind: 'in-call', isOn: isInCall });
    return () => desk.tell({ kind: 'in-call', isOn: false });
  }, [desk, isInCall]);

  useEffect(
    () =>
      desk.listen((id) => {
        if (isCommand(id)) registry.run(id);
        else if (screens.some(({ to }) => to === id)) void navigate(id);
      }),
    [desk, registry, navigate, screens],
  );
}

function isCommand(id: string): id is CommandId {
  return (COMMAND_IDS as readonly string[]).includes(id);
}
