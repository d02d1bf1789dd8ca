/** Adding a fundraising site: where, with which key, and from which day. Its name comes from the site itself. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../../domain/calendar/day.ts';
import { readTypedDay, writeTypedDay } from '../../../../domain/calendar/typed-day.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { useSession } from '../../../data/session-context.ts';
import { Refusal } from '../../../parts/refusal.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';

const USUAL_ADDRESS = 'https://api.kentaa.nl/v1';
const USUAL_DAYS = 30;

export function AddSource({ onAdded }: { readonly onAdded: (siteId: string) => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const textOf = useTroubleText();
  const { today } = useSession();
  const [address, setAddress] = useState(USUAL_ADDRESS);
  const [apiKey, setApiKey] = useState('');
  const [day, setDay] = useState(() => writeTypedDay(addDays(today, -USUAL_DAYS)));
  const startedFrom = readTypedDay(day);
  const add = useMutation({
    mutationFn: async () =>
      startedFrom === null ? null : client.ask('sources.add', { kind: 'kentaa', address, apiKey, startedFrom }),
    onSuccess: (added) => {
      if (added !== null) onAdded(added.siteId);
      return refreshTopics(queryClient, ['sources']);
    },
  });
  const [isDayWrong, setDayWrong] = useState(false);
  return (
    <Form
      className="sources-form"
      aria-label={t('sources.add')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        setDayWrong(startedFrom === null);
        if (startedFrom !== null && !add.isPending) add.mutate();
      }}
    >
      <TextField className="field" value={address} onChange={setAddress}>
        <Label>{t('sources.address')}</Label>
        <Input className="box" autoComplete="off" spellCheck={false} />
      </TextField>
      <TextField className="field" value={apiKey} onChange={setApiKey}>
        <Label>{t('sources.key')}</Label>
        <Input className="box" type="password" autoComplete="off" spellCheck={false} />
      </TextField>
      <TextField className="field sources-day" value={day} onChange={setDay} isInvalid={isDayWrong}>
        <Label>{t('sources.from')}</Label>
        <Input className="box" autoComplete="off" />
      </TextField>
      <p className="sources-help">{t('sources.fromMore')}</p>
      {isDayWrong && <Refusal>{t('sources.noDay')}</Refusal>}
      {add.error !== null && <Refusal>{textOf(add.error)}</Refusal>}
      <div>
        <Button className="btn go" type="submit" data-pending={add.isPending || undefined}>
          {t('sources.add')}
        </Button>
      </div>
    </Form>
  );
}
