/** One fundraising site: what came in, how often it may still be asked, and what can be changed about it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { writeTypedDay } from '../../../../domain/calendar/typed-day.ts';
import type { SourceSiteView } from '../../../../contract/procedures/sources.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { Refusal } from '../../../parts/refusal.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { RemoveSource } from './remove-source.tsx';

type Changes = Pick<SourceSiteView, 'isEnabled' | 'addsNewcomers'> & { readonly apiKey: string | null };

export function SourcePanel({ site }: { readonly site: SourceSiteView }) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const queryClient = useQueryClient();
  const textOf = useTroubleText();
  const { siteId, name, isEnabled, addsNewcomers } = site;
  const read = useMutation({
    mutationFn: () => client.ask('sources.pull', {}),
    onSuccess: () => refreshTopics(queryClient, ['sources', 'list', 'today']),
  });
  const change = useMutation({
    mutationFn: (changes: Changes) => client.ask('sources.change', { siteId, ...changes }),
    onSuccess: () => refreshTopics(queryClient, ['sources']),
  });
  const trouble = read.error ?? change.error;
  return (
    <>
      <div className="people-panel">
        <h2 className="t">
          <bdi>{name}</bdi>
        </h2>
        {site.problem !== null && <Refusal>{say(site.problem)}</Refusal>}
        {trouble !== null && <Refusal>{textOf(trouble)}</Refusal>}
        <Facts site={site} />
        <div className="people-do">
          <Button
            className="btn go"
            data-pending={read.isPending || undefined}
            onPress={() => {
              if (!read.isPending) read.mutate();
            }}
          >
            {t('sources.readNow')}
          </Button>
        </div>
      </div>
      <div className="people-panel">
        <h2 className="t">{t('sources.how')}</h2>
        <Checkbox
          className="tick-box"
          isSelected={isEnabled}
          onChange={(next) => change.mutate({ apiKey: null, isEnabled: next, addsNewcomers })}
        >
          <span className="tick-box-mark">{isEnabled && <Icon name="tick" />}</span>
          {t('sources.enabled')}
        </Checkbox>
        <Checkbox
          className="tick-box"
          isSelected={addsNewcomers}
          onChange={(next) => change.mutate({ apiKey: null, isEnabled, addsNewcomers: next })}
        >
          <span className="tick-box-mark">{addsNewcomers && <Icon name="tick" />}</span>
          {t('sources.addsNewcomers')}
        </Checkbox>
        <p className="sources-help">{t('sources.newcomersMore')}</p>
        <OtherKey
          isPending={change.isPending}
          isSaved={change.isSuccess && change.variables.apiKey !== null}
          onSave={(apiKey) => change.mutate({ apiKey, isEnabled, addsNewcomers })}
        />
      </div>
      <RemoveSource site={site} />
    </>
  );
}

function Facts({
  site: { siteId, address, startedFrom, lastPulled, counts, budget },
}: {
  readonly site: SourceSiteView;
}) {
  const { t } = useTranslation();
  const say = useSentence();
  const facts = [
    [t('sources.facts.last'), lastPulled === null ? t('sources.facts.never') : say(lastPulled)],
    [t('sources.facts.from'), writeTypedDay(startedFrom)],
    [t('sources.facts.people'), t('sources.facts.peopleOf', { ...counts })],
    [t('sources.facts.gifts'), String(counts.gifts)],
    [
      t('sources.facts.budget'),
      budget.hourLeft === null ? t('sources.facts.unknown') : t('sources.facts.budgetOf', { left: budget.hourLeft }),
    ],
    [t('sources.facts.place'), `${address} (${siteId})`],
  ];
  return (
    <dl className="setting-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface OtherKeyProps {
  readonly isPending: boolean;
  readonly isSaved: boolean;
  readonly onSave: (apiKey: string) => void;
}

function OtherKey({ isPending, isSaved, onSave }: OtherKeyProps) {
  const { t } = useTranslation();
  const [apiKey, setApiKey] = useState('');
  return (
    <Form
      className="sources-key"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (apiKey !== '' && !isPending) onSave(apiKey);
      }}
    >
      <TextField className="field" value={apiKey} onChange={setApiKey}>
        <Label>{t('sources.otherKey')}</Label>
        <Input
          className="box"
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('sources.keyKept')}
        />
      </TextField>
      <Button className="btn" type="submit" isDisabled={apiKey === ''} data-pending={isPending || undefined}>
        {t('sources.saveKey')}
      </Button>
      {isSaved && (
        <output className="st ok">
          <Icon name="tick" />
          {t('sources.keySaved')}
        </output>
      )}
    </Form>
  );
}
