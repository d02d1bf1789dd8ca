/** Sentences of the backend, in the language of the screen and fit to be shown. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Sentence } from '../../domain/language.ts';
import { withHardSpaces } from './typography.ts';

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'nl';
}

export function useSentence(): (sentence: Sentence) => string {
  const language = useLanguage();
  return useCallback((sentence) => withHardSpaces(sentence[language]), [language]);
}
