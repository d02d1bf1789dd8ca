/** How many donors a lane can call on each day of the week. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { CallingLane } from '../../../domain/programmes/programme-id.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { Refusal } from '../../parts/refusal.tsx';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const MOST = 5_000;

interface CapacityFormProps {
  readonly lane: CallingLane;
  readonly capacity: readonly number[] | null;
}

export function CapacityForm({ lane, capacity }: CapacityFormProps) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const [texts, setTexts] = useState<readonly string[]>(WEEKDAYS.map((_, index) => String(capacity?.[index] ?? 0)));
  const [isWrong, setWrong] = useState(false);
  const save = useMutation({
    mutationFn: (numbers: number[]) => client.ask('forecast.saveCapacity', { lane, capacity: numbers }),
    onSuccess: () => refreshTopics(queryClient, ['forecast']),
  });
  const run = (): void => {
    const numbers = texts.map((text) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN));
    const areRight = numbers.every((number) => number <= MOST);
    setWrong(!areRight);
    if (areRight && !save.isPending) save.mutate(numbers);
  };
  return (
    <Form
      className="capacity"
      aria-label={t('forecast.capacity')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        run();
      }}
    >
      <h2>{t('forecast.capacity')}</h2>
      {WEEKDAYS.map((weekday, index) => (
        <TextField
          key={weekday}
          className="capacity-day"
          value={texts[index] ?? ''}
          isInvalid={isWrong}
          validationBehavior="aria"
          onChange={(text) => setTexts(texts.with(index, text))}
        >
          <Label>{t(`forecast.weekdays.${weekday}`)}</Label>
          <Input className="box" inputMode="numeric" autoComplete="off" />
        </TextField>
      ))}
      {isWrong && <Refusal>{t('forecast.wrong')}</Refusal>}
      {save.error !== null && <TroubleBar error={save.error} onClose={save.reset} />}
      <input type="submit" hidden />
      <div className="capacity-do">
        <CommandButton className="btn go" command="forecast.save" onRun={run} isPending={save.isPending}>
          {t('forecast.save')}
        </CommandButton>
        {save.isSuccess && (
          <output className="st ok">
            <Icon name="tick" />
            {t('forecast.saved')}
          </output>
        )}
      </div>
    </Form>
  );
}
