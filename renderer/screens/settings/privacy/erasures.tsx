/** Who was erased, by certificate: none of them has a name. A number can be asked about. */
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../data/client-context.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';

export function Erasures({ onOpen }: { readonly onOpen: (erasureId: string) => void }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { data } = useAnswer('erasure.list', {});
  const erasures = data?.erasures ?? [];
  return (
    <div className="privacy-erasures">
      <h3>{t('privacy.erasures')}</h3>
      {erasures.length === 0 ? (
        <p className="soft">{t('privacy.erasuresNone')}</p>
      ) : (
        <>
          <ul aria-label={t('privacy.erasures')}>
            {erasures.map(({ erasureId, atText, by, ground, state, stateText, isLifted }) => (
              <li key={erasureId}>
                <Button className="people-row" onPress={() => onOpen(erasureId)}>
                  <span>
                    <b>{t('privacy.erasedBy', { at: say(atText), name: by })}</b>
                    <span className="people-roles">{say(ground)}</span>
                  </span>
                  <span className={isLifted || state !== 'finished' ? 'st open' : 'st ok'}>
                    <Icon name={isLifted || state !== 'finished' ? 'ring' : 'tick'} />
                    {isLifted ? t('privacy.lifted') : say(stateText)}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
          <Find onOpen={onOpen} />
        </>
      )}
    </div>
  );
}

function Find({ onOpen }: { readonly onOpen: (erasureId: string) => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [number, setNumber] = useState('');
  const find = useMutation({
    mutationFn: () => client.ask('erasure.find', { number }),
    onSuccess: ({ erasureId }) => {
      if (erasureId !== null) onOpen(erasureId);
    },
  });
  return (
    <Form
      className="privacy-find"
      aria-label={t('privacy.find')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (number.trim() !== '' && !find.isPending) find.mutate();
      }}
    >
      <TextField
        className="field"
        value={number}
        onChange={(text) => {
          find.reset();
          setNumber(text);
        }}
      >
        <Label>{t('privacy.find')}</Label>
        <Input className="box" autoComplete="off" />
      </TextField>
      <Button className="btn" type="submit">
        {t('privacy.findDo')}
      </Button>
      <p className="meta">{t('privacy.findHint')}</p>
      {find.data?.erasureId === null && <output>{t('privacy.findNo')}</output>}
      {find.error !== null && <TroubleBar error={find.error} onClose={find.reset} />}
    </Form>
  );
}
