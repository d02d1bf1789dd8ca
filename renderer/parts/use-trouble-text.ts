/** What to say about an error: the backend's own sentence, or what is safe when it could not say any. */
import { useTranslation } from 'react-i18next';
import { FailureError } from '../../contract/client.ts';
import { useSentence } from '../i18n/use-sentence.ts';
import { DisconnectedError, UnreachableError } from '../transport/errors.ts';

export function useTroubleText(): (error: Error) => string {
  const { t } = useTranslation();
  const say = useSentence();
  return (error) => {
    if (error instanceof FailureError) return say(error.failure.sentence);
    if (error instanceof DisconnectedError) return t('trouble.disconnected');
    return error instanceof UnreachableError ? t('trouble.unreachable') : t('trouble.unexpected');
  };
}
