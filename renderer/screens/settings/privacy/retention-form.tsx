/** A term for each kind of thing that is kept here, with why it is what it is. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import type { RetentionDraft } from './use-retention-draft.ts';
import { Refusal } from '../../../parts/refusal.tsx';

interface RetentionFormProps {
  readonly answer: OutputOf<'retention.get'>;
  readonly draft: RetentionDraft;
}

export function RetentionForm({ answer, draft }: RetentionFormProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: async () => {
      if (draft.settings !== null) await client.ask('retention.save', draft.settings);
    },
    onSuccess: async () => {
      await refreshTopics(queryClient, ['retention']);
      draft.forget();
    },
  });
  return (
    <div className="settings-fields">
      {answer.kinds.map(({ id, name, reason, defaultDays }) => (
        <div className="setting" key={id}>
          <TextField
            className="setting-number"
            value={draft.textOf(id)}
            isInvalid={!draft.isValid(id)}
            validationBehavior="aria"
            onChange={(text) => {
              save.reset();
              draft.type(id, text);
            }}
          >
            <Label>
              {say(name)}
              <span className="hush"> ({t('privacy.days')})</span>
            </Label>
            <span className="setting-box">
              <Input className="box" inputMode="numeric" autoComplete="off" placeholder={t('privacy.keep')} />
              <span aria-hidden="true">{t('privacy.days')}</span>
            </span>
          </TextField>
          {draft.isValid(id) ? (
            <p className="meta">
              {say(reason)} {draft.textOf(id) !== String(defaultDays) && t('privacy.standard', { count: defaultDays })}
            </p>
          ) : (
            <Refusal>{t('privacy.invalid')}</Refusal>
          )}
        </div>
      ))}
      <div className="setting">
        <Checkbox className="tick-box" isSelected={draft.isDaily} onChange={draft.setDaily}>
          <span className="tick-box-mark">{draft.isDaily && <Icon name="tick" />}</span>
          {t('privacy.daily')}
        </Checkbox>
        <p className="meta">
          {answer.lastText === null ? t('privacy.never') : t('privacy.last', { text: say(answer.lastText) })}
        </p>
      </div>
      {save.error !== null && <TroubleBar error={save.error} onClose={save.reset} />}
      <div className="privacy-do">
        <Button
          className="btn"
          data-pending={save.isPending || undefined}
          onPress={() => {
            if (draft.settings !== null && !save.isPending) save.mutate();
          }}
        >
          {t('privacy.save')}
        </Button>
        {save.isSuccess && !draft.isChanged && (
          <output className="st ok">
            <Icon name="tick" />
            {t('privacy.saved')}
          </output>
        )}
      </div>
    </div>
  );
}
