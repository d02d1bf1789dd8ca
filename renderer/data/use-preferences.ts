/** Language and theme: shown at once, kept by the backend. */
import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '../../domain/language.ts';
import { useClient } from './client-context.ts';
import type { Session } from './session-context.ts';
import { answerKey } from './use-answer.ts';

const SESSION = answerKey('session.get', {});

interface Preferences {
  readonly setLanguage: (language: Language | undefined) => void;
  readonly setKeys: (keys: Session['keys']) => void;
  readonly setTheme: (theme: Session['theme'] | undefined) => void;
}

export function usePreferences(): Preferences {
  const client = useClient();
  const queryClient = useQueryClient();
  const show = (change: Partial<Session>): void => {
    // Keeps the moment of the answer: the clock is read from it.
    const updatedAt = queryClient.getQueryState(SESSION)?.dataUpdatedAt;
    queryClient.setQueryData<Session>(
      SESSION,
      (session) => session && { ...session, ...change },
      updatedAt === undefined ? {} : { updatedAt },
    );
  };
  const keep = (kept: Promise<unknown>): void => {
    // What could not be kept holds for this window; the next answer of the backend says what it knows.
    kept.catch(() => undefined);
  };
  return {
    setLanguage(language) {
      if (language === undefined) return;
      show({ language });
      keep(client.ask('session.setLanguage', { language }));
    },
    setKeys(keys) {
      show({ keys });
      keep(client.ask('session.setKeys', { keys }));
    },
    setTheme(theme) {
      if (theme === undefined) return;
      show({ theme });
      keep(client.ask('session.setTheme', { theme }));
    },
  };
}
