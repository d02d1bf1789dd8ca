/** Somebody else answers: a name that is known here, or any other. */
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Form } from 'react-aria-components/Form';
import { Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/Select';
import { Input } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { focusOnArrival, showOnArrival } from '../../parts/focus-on-arrival.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { Refusal } from '../../parts/refusal.tsx';

interface HandOverProps {
  readonly followUpId: number;
  readonly people: readonly string[];
  readonly current: string;
  readonly onClose: () => void;
}

export function HandOver({ followUpId, people, current, onClose }: HandOverProps) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const client = useClient();
  const [name, setName] = useState(current);
  const save = useMutation({
    mutationFn: () => client.ask('followups.handOver', { followUpId, name }),
    onSuccess: onClose,
  });
  const run = (): void => {
    if (name.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <Form
      ref={showOnArrival}
      className="editor hand-over"
      aria-label={t('followUps.handOver')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        run();
      }}
    >
      <ComboBox className="field" allowsCustomValue inputValue={name} onInputChange={setName} menuTrigger="focus">
        <Label>{t('followUps.toWhom')}</Label>
        <div className="hand-over-box">
          <Input ref={focusOnArrival} className="box" autoComplete="off" />
          <Button className="btn" aria-label={t('followUps.names')}>
            <Icon name="down" />
          </Button>
        </div>
        <Popover className="popover">
          <ListBox className="menu">
            {people.map((each) => (
              <ListBoxItem key={each} id={each} className="menu-item" textValue={each}>
                {each}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
      {save.error !== null && <Refusal>{textOf(save.error)}</Refusal>}
      <div className="editor-do">
        <CommandButton className="btn go" command="handOver.save" onRun={run} isPending={save.isPending}>
          {t('followUps.handOverTo')}
        </CommandButton>
        <CommandButton command="handOver.close" onRun={onClose}>
          {t('call.editor.close')}
        </CommandButton>
      </div>
    </Form>
  );
}
