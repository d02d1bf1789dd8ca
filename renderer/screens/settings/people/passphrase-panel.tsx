/** The passphrase that opens the data itself, for a machine without a key store or one that travels. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { SecretField } from '../../connect/secret-field.tsx';
import { CodeOnce } from '../../sign-in/code-once.tsx';
import { Refusal } from '../../../parts/refusal.tsx';

export function PassphrasePanel({ hasPassphrase }: { readonly hasPassphrase: boolean }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const textOf = useTroubleText();
  const [passphrase, setPassphrase] = useState('');
  const [isCodeKept, setCodeKept] = useState(false);
  const set = useMutation({
    mutationFn: () => client.ask('people.setPassphrase', { passphrase }),
    onSuccess: () => {
      setPassphrase('');
      setCodeKept(false);
      return refreshTopics(queryClient, ['people', 'session']);
    },
  });
  if (set.data !== undefined && !isCodeKept) {
    return <CodeOnce code={set.data.code} level={2} onDone={() => setCodeKept(true)} />;
  }
  return (
    <div className="people-panel">
      <h2 className="t">{t('people.passphraseTitle')}</h2>
      <p className="soft">{hasPassphrase ? t('people.passphraseIs') : t('people.passphraseIsNot')}</p>
      <Form
        className="people-pin"
        aria-label={t('people.passphraseTitle')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!set.isPending) set.mutate();
        }}
      >
        <SecretField
          label={t('people.passphraseNew')}
          hint={t('people.passphraseHint')}
          value={passphrase}
          isRefused={set.isError}
          onChange={setPassphrase}
        />
        {set.error !== null && <Refusal>{textOf(set.error)}</Refusal>}
        <div className="people-do">
          <Button className="btn" type="submit" data-pending={set.isPending || undefined}>
            {set.isPending ? t('signIn.busy') : t('people.passphraseSave')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
