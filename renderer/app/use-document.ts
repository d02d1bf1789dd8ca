/** Carries the person's language and theme to the page itself. */
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../data/session-context.ts';

export function useDocument({ language, theme }: Session): void {
  const { i18n } = useTranslation();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    // All texts are there already, so this is done before the page is painted.
    void i18n.changeLanguage(language);
  }, [i18n, language]);
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
