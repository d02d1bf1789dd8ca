/** What is hard to take back is told to a coordinator, who decides. */
import { useState, type FormEvent } from 'react';
import { Form } from 'react-aria-components/Form';
import { Label as GroupLabel, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { PROPOSAL_KINDS, PROPOSAL_NAMES, type ProposalKind } from '../../../domain/verify/proposal.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { focusOnArrival, showOnArrival } from '../../parts/focus-on-arrival.ts';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import type { VerifyChanges } from './use-verify.ts';
import { Refusal } from '../../parts/refusal.tsx';

const SHORTEST_REASON = 3;

interface ProposalFormProps {
  readonly donorId: number;
  readonly changes: VerifyChanges;
  readonly onClose: () => void;
}

export function ProposalForm({ donorId, changes, onClose }: ProposalFormProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const [kind, setKind] = useState<ProposalKind>('deceased');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const send = (): void => {
    const hasReason = reason.trim().length >= SHORTEST_REASON;
    setTooShort(!hasReason);
    if (!hasReason || changes.isRunning) return;
    void changes
      .send({ name: 'verify.propose', input: { donorId, kind, value: kind === 'iban' ? value : '', reason } })
      .then(onClose, () => undefined);
  };
  return (
    <Form
      ref={showOnArrival}
      className="editor proposal"
      aria-label={t('verify.propose')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="soft">{t('verify.proposal.text')}</p>
      <RadioGroup
        className="field"
        value={kind}
        orientation="horizontal"
        onChange={(chosen) => setKind(PROPOSAL_KINDS.find((id) => id === chosen) ?? kind)}
      >
        <GroupLabel className="field-label">{t('verify.proposal.what')}</GroupLabel>
        <div className="segments">
          {PROPOSAL_KINDS.map((id) => (
            <Radio key={id} value={id} className="segment">
              {say(PROPOSAL_NAMES[id])}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {kind === 'iban' && (
        <TextField className="field" value={value} onChange={setValue}>
          <Label>{t('verify.proposal.iban')}</Label>
          <Input className="box" autoComplete="off" spellCheck={false} />
        </TextField>
      )}
      <TextField className="field" value={reason} onChange={setReason} isInvalid={isTooShort}>
        <Label>{t('verify.proposal.reason')}</Label>
        <Input ref={focusOnArrival} className="box" autoComplete="off" />
      </TextField>
      {(isTooShort || changes.error !== null) && (
        <Refusal>{changes.error === null ? t('verify.proposal.tooShort') : textOf(changes.error)}</Refusal>
      )}
      <div className="editor-do">
        <CommandButton className="btn go" command="proposal.save" onRun={send} isPending={changes.isRunning}>
          {t('verify.proposal.save')}
        </CommandButton>
        <CommandButton command="proposal.close" onRun={onClose}>
          {t('call.editor.close')}
        </CommandButton>
      </div>
    </Form>
  );
}
