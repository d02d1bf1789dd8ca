/** The PIN of one person: given or taken away by the coordinator, never shown. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../contract/procedures/people.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { CodeOnce } from '../../sign-in/code-once.tsx';
import { PinField } from '../../sign-in/pin-field.tsx';
import { Refusal } from '../../../parts/refusal.tsx';

export function PinPanel({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const textOf = useTroubleText();
  const [pin, setPin] = useState('');
  const [isCodeKept, setCodeKept] = useState(false);
  const { id, name, hasPin } = person;
  const refresh = (): Promise<void> => refreshTopics(queryClient, ['people', 'session']);
  const give = useMutation({
    mutationFn: () => client.ask('people.setPin', { id, pin }),
    onSuccess: () => {
      setPin('');
      return refresh();
    },
  });
  const remove = useMutation({ mutationFn: () => client.ask('people.removePin', { id }), onSuccess: refresh });
  const code = give.data?.code ?? null;
  if (code !== null && !isCodeKept) return <CodeOnce code={code} level={2} onDone={() => setCodeKept(true)} />;
  const error = give.error ?? remove.error;
  return (
    <div className="people-panel">
      <h2 className="t">{t('people.pinTitle', { name })}</h2>
      <p className="soft">{hasPin ? t('people.pinIs', { name }) : t('people.pinIsNot')}</p>
      <Form
        className="people-pin"
        aria-label={t('people.pinTitle', { name })}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!give.isPending) give.mutate();
        }}
      >
        <PinField label={t('people.pinNew')} hint={t('signIn.pinHint')} value={pin} onChange={setPin} />
        {error !== null && <Refusal>{textOf(error)}</Refusal>}
        {give.isSuccess && (
          <output className="st ok">
            <Icon name="tick" />
            {t('people.pinSaved')}
          </output>
        )}
        <div className="people-do">
          <Button className="btn" type="submit" data-pending={give.isPending || undefined}>
            {t('people.pinSave')}
          </Button>
          {hasPin && (
            <Button className="btn" onPress={() => remove.mutate()}>
              {t('people.pinRemove')}
            </Button>
          )}
        </div>
      </Form>
    </div>
  );
}
