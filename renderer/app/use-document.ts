/** Carries the person's language, theme and keys to the page itself. */
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ownKeys, soundKeys } from '../commands/own-keys.ts';
import type { Session } from '../data/session-context.ts';

export function useDocument({
  language,
  theme,
  keys,
}: Pick<Session, 'language' | 'theme'> & Partial<Pick<Session, 'keys'>>): void {
  const { i18n } = useTranslation();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    // All texts are there already, so this is done before the page is painted.
    void i18n.changeLanguage(language);
  }, [i18n, language]);
  useLayoutEffect(() => {
    if (keys !== undefined) ownKeys.set(soundKeys(keys));
  }, [keys]);
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

export function useTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = `${title} · Dankbel`;
  }, [title]);
}
