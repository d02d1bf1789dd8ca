/** Signing in to Salesforce once more, with what is filled in already: the browser opens, and the screen goes on at Koppelen. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient } from '../data/client-context.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Refusal } from './refusal.tsx';
import { useTroubleText } from './use-trouble-text.ts';

/** For a coordinator, at a workstation on Salesforce. @param isUrgent it is the thing to do now */
export function SignInAgain({ isUrgent }: { readonly isUrgent: boolean }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const client = useClient();
  const navigate = useNavigate();
  const { data: connection } = useAnswer('connection.get', {});
  const app = connection?.connected?.app ?? null;
  const begin = useMutation({
    mutationFn: (asked: NonNullable<typeof app>) => client.ask('connection.beginSignIn', asked),
    onSuccess: () => void navigate('/connect'),
  });
  if (app === null) return null;
  return (
    <>
      <Button
        className={isUrgent ? 'btn go' : 'btn'}
        data-pending={begin.isPending || undefined}
        onPress={() => {
          if (!begin.isPending) begin.mutate(app);
        }}
      >
        {t('connect.salesforce.again')}
      </Button>
      {begin.error !== null && <Refusal>{textOf(begin.error)}</Refusal>}
    </>
  );
}
