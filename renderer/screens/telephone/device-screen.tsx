/** My phone: which device of the telephone system rings when I call. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../../app/use-document.ts';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { Refusal } from '../../parts/refusal.tsx';
import '../sign-in/sign-in.css';

export function DeviceScreen() {
  const { t } = useTranslation();
  const { data } = useAnswer('telephone.mine', {});
  useTitle(t('telephone.mine'));
  return (
    <>
      <Bar />
      <main className="whole-page">
        <section className="sign-in">
          <h1>{t('telephone.mine')}</h1>
          <p className="soft">{data?.needsDevice === false ? t('telephone.mineByLink') : t('telephone.mineText')}</p>
          {data?.needsDevice === true && <DeviceForm device={data.device} />}
        </section>
      </main>
    </>
  );
}

function DeviceForm({ device }: { readonly device: string }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const textOf = useTroubleText();
  const [typed, setTyped] = useState(device);
  const save = useMutation({
    mutationFn: () => client.ask('telephone.setDevice', { device: typed }),
    onSuccess: () => refreshTopics(queryClient, ['telephone']),
  });
  return (
    <Form
      className="sign-in-form"
      aria-label={t('telephone.mine')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      <TextField className="field" value={typed} onChange={setTyped}>
        <Label className="field-label">{t('telephone.device')}</Label>
        <Input className="box" autoComplete="off" ref={focusOnArrival} />
      </TextField>
      {save.error !== null && <Refusal>{textOf(save.error)}</Refusal>}
      {save.isSuccess && (
        <output className="st ok">
          <Icon name="tick" />
          {t('telephone.saved')}
        </output>
      )}
      <Button className="btn go" type="submit" data-pending={save.isPending || undefined}>
        {t('telephone.save')}
      </Button>
    </Form>
  );
}
