/** What stands on a key that means more than one outcome, and the question that tells them apart. */
import { useTranslation } from 'react-i18next';

const SHARED = ['6', '7', '9'] as const;

export interface SharedTexts {
  readonly name: string;
  readonly consequence: string;
  readonly question: string;
}

export function useSharedTexts(key: number): SharedTexts | null {
  const { t } = useTranslation();
  const shared = SHARED.find((id) => id === String(key));
  if (shared === undefined) return null;
  return {
    name: t(`call.outcomes.shared.${shared}.name`),
    consequence: t(`call.outcomes.shared.${shared}.consequence`),
    question: t(`call.outcomes.shared.${shared}.question`),
  };
}
