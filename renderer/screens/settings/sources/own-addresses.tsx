/** Addresses of the charity's own staff: their donations on a site are trials. One on each line. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label, TextArea, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../data/client-context.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';

const LINES = 4;

export function OwnAddresses() {
  const { t } = useTranslation();
  const client = useClient();
  const { data } = useAnswer('sources.ownAddresses', {});
  const [typed, setTyped] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (addresses: readonly string[]) => client.ask('sources.saveOwnAddresses', { addresses: [...addresses] }),
    onSuccess: () => setTyped(null),
  });
  if (data === undefined) return null;
  const text = typed ?? data.addresses.join('\n');
  return (
    <form
      className="sources-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate(text.split('\n'));
      }}
    >
      <TextField className="field" value={text} onChange={setTyped}>
        <Label>{t('sources.own')}</Label>
        <TextArea className="box" rows={LINES} spellCheck="false" />
      </TextField>
      <p className="meta">{t('sources.ownHow')}</p>
      {save.error !== null && <TroubleBar error={save.error} onClose={save.reset} />}
      <div>
        <Button className="btn" type="submit">
          {t('sources.ownSave')}
        </Button>{' '}
        <output className="meta">{save.isSuccess && typed === null ? t('sources.ownSaved') : ''}</output>
      </div>
    </form>
  );
}
