/** The screens that a person has, by role, in the order of the bar. */
import { useTranslation } from 'react-i18next';
import { useSession } from '../data/session-context.ts';

export interface ScreenLink {
  readonly to: string;
  readonly text: string;
  /** Needed less often: behind one word in the bar. */
  readonly isRare: boolean;
}

export function useScreens(): readonly ScreenLink[] {
  const { t } = useTranslation();
  const { roles } = useSession().person;
  const isCoordinator = roles.includes('coordinator');
  // A verifier sees no gifts, and a list is explained by them.
  const mayAskWhy = roles.some((role) => role !== 'verifier');
  const isVerifier = !isCoordinator && roles.includes('verifier');
  const often = (isThere: boolean, to: string, text: string): readonly ScreenLink[] =>
    isThere ? [{ to, text, isRare: false }] : [];
  const rare = (to: string, text: string): readonly ScreenLink[] => (isCoordinator ? [{ to, text, isRare: true }] : []);
  return [
    ...often(true, '/', t('bar.today')),
    ...often(isVerifier, '/verify', t('bar.verify')),
    ...often(mayAskWhy, '/donors', t('bar.donors')),
    ...often(true, '/attention', t('bar.attention')),
    ...often(mayAskWhy, '/follow-ups', t('bar.followUps')),
    ...rare('/post', t('bar.post')),
    ...rare('/verify', t('bar.verify')),
    ...rare('/matching', t('bar.matching')),
    ...rare('/results', t('bar.results')),
    ...rare('/forecast', t('bar.forecast')),
    ...rare('/files', t('bar.files')),
    ...rare('/settings', t('bar.settings')),
  ];
}
