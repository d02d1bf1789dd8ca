/** What was answered, and how it reached the donor. For a missing e-mail: that it was sent. */
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { Form } from 'react-aria-components/Form';
import { Label as GroupLabel, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Label, TextArea, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '../../../contract/procedures/follow-ups.ts';
import { MOMENT_CHANNELS, type MomentChannel } from '../../../domain/operation.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useClient } from '../../data/client-context.ts';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { Refusal } from '../../parts/refusal.tsx';

/** What was typed stays while somebody looks at another one. */
const drafts = new Map<string, string>();

export function AnswerForm({ item, onDone }: { readonly item: WorkItem; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const client = useClient();
  const box = useRef<HTMLTextAreaElement>(null);
  const { key, kind, followUpId, donorId, email } = item;
  const [text, setText] = useState(drafts.get(key) ?? '');
  const [channel, setChannel] = useState<MomentChannel>(email === null ? 'phone' : 'email');
  const [isEmpty, setEmpty] = useState(false);
  const isThanks = kind === 'thanks';
  const send = useMutation({
    mutationFn: async () => {
      if (followUpId === null) await client.ask('followups.thanked', { donorId, text });
      else await client.ask('followups.answer', { followUpId, text, channel });
    },
    onSuccess: () => {
      drafts.delete(key);
      onDone();
    },
  });
  const run = (): void => {
    const isWhole = isThanks || text.trim() !== '';
    setEmpty(!isWhole);
    if (isWhole && !send.isPending) send.mutate();
  };
  useCommand('followUps.write', () => box.current?.focus());
  return (
    <Form
      className="work-answer"
      aria-label={t('followUps.answer')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        run();
      }}
    >
      <TextField
        className="field"
        value={text}
        isInvalid={isEmpty && text.trim() === ''}
        onChange={(next) => {
          drafts.set(key, next);
          setText(next);
        }}
      >
        <Label>
          {t(isThanks ? 'followUps.sentText' : 'followUps.answer')} <KeycapOf command="followUps.write" />
        </Label>
        <TextArea ref={box} className="box" rows={4} />
      </TextField>
      {!isThanks && (
        <RadioGroup
          className="field"
          value={channel}
          orientation="horizontal"
          onChange={(chosen) => setChannel(MOMENT_CHANNELS.find((id) => id === chosen) ?? channel)}
        >
          <GroupLabel className="field-label">{t('followUps.channel')}</GroupLabel>
          <div className="segments">
            {MOMENT_CHANNELS.map((id) => (
              <Radio key={id} value={id} className="segment">
                {t(`followUps.channels.${id}`)}
              </Radio>
            ))}
          </div>
        </RadioGroup>
      )}
      {(isEmpty || send.error !== null) && (
        <Refusal>{send.error === null ? t('followUps.empty') : textOf(send.error)}</Refusal>
      )}
      <div className="work-do">
        <CommandButton className="btn go" command="followUps.save" onRun={run} isPending={send.isPending}>
          {t(isThanks ? 'followUps.thanked' : 'followUps.save')}
        </CommandButton>
      </div>
    </Form>
  );
}
