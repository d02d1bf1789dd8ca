/** Writes down a question, complaint or idea, in the place where its button was. Closing keeps the text. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { Label, TextArea, TextField } from 'react-aria-components/TextField';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useDraft } from '../../../data/use-draft.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { focusOnArrival, showOnArrival } from '../../../parts/focus-on-arrival.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useCall } from '../call-context.ts';
import type { FollowUp } from '../call-mode.ts';
import { TopicField } from './topic-field.tsx';
import './composer.css';

const LONGEST = 2_000;

export function Composer({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation();
  const { view, changes, setMode } = useCall();
  const say = useSentence();
  const textOf = useTroubleText();
  const [text, setText] = useDraft(view.callItemId, `follow-up:${followUp}`, '');
  const [topicId, setTopicId] = useDraft(view.callItemId, `follow-up:${followUp}:topic`, '');
  const topic = view.topics.find(({ id }) => (id ?? '') === topicId) ?? view.topics[0];
  const written = view.followUps.filter(({ kind }) => kind === followUp);

  const close = (): void => setMode({ kind: 'none', closed: { kind: 'composer', followUp } });
  const save = useMutation({
    mutationFn: () => changes.addFollowUp(followUp, text.trim(), topic?.id ?? null),
    onSuccess: () => {
      setText(null);
      setTopicId(null);
      close();
    },
  });
  const send = (): void => {
    if (text.trim() === '') close();
    else save.mutate();
  };

  return (
    <Group ref={showOnArrival} className="composer" aria-label={t(`call.followUp.${followUp}`)}>
      {written.length > 0 && (
        <ul className="written" aria-label={t('call.followUp.written')}>
          {written.map(({ id, text: earlier, goesTo }) => (
            <li key={id}>
              <Icon name="tick" />
              <span>
                {earlier}
                {goesTo !== null && <small>{say(goesTo)}</small>}
              </span>
              <Button className="link" onPress={() => changes.removeFollowUp(id)}>
                {t('call.followUp.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="composer-said">
        <TextField className="field" value={text} onChange={setText} maxLength={LONGEST}>
          <Label>{t(`call.followUp.labels.${followUp}`)}</Label>
          <TextArea ref={focusOnArrival} className="box" rows={2} />
        </TextField>
        <div className="composer-goes">
          <TopicField topics={view.topics} chosen={topicId} onChange={setTopicId} />
          {topic !== undefined && (
            <output className="composer-promise">
              {say(topic.promise[followUp])}
              {followUp === 'complaint' && ` ${t('call.followUp.pausesJourney')}`}
            </output>
          )}
        </div>
      </div>
      {save.error !== null && (
        <p className="st att" role="alert">
          <Icon name="triangle" />
          {textOf(save.error)}
        </p>
      )}
      <div className="composer-do">
        <CommandButton className="btn go" command="composer.save" onRun={send} isPending={save.isPending}>
          {t('call.followUp.save')}
        </CommandButton>
        <CommandButton command="composer.close" onRun={close}>
          {t('call.followUp.close')}
        </CommandButton>
      </div>
    </Group>
  );
}
