/** The screens' texts in both languages, there from the first moment: nothing is loaded. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

export function createTexts(language: Language): i18n {
  const texts = createInstance();
  // All texts are at hand, so this is ready when it returns; the promise has nothing left to tell.
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'nl',
    supportedLngs: [...LANGUAGES],
    resources: { nl: { translation: nl }, en: { translation: en } },
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return texts;
}
