/** Writes down a question, complaint or idea, in the place where its button was. Closing keeps the text; what could not be kept is there again. */
import { Button } from 'react-aria-components/Button';
import { Label, TextArea, TextField } from 'react-aria-components/TextField';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useDraft } from '../../../data/use-draft.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
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
  const [text, setText] = useDraft(view.callItemId, `follow-up:${followUp}`, '');
  const [topicId, setTopicId] = useDraft(view.callItemId, `follow-up:${followUp}:topic`, '');
  const topic = view.topics.find(({ id }) => (id ?? '') === topicId) ?? view.topics[0];
  const written = view.followUps.filter(({ kind }) => kind === followUp);

  const close = (): void => setMode({ kind: 'none', closed: { kind: 'composer', followUp } });
  // It closes before it is kept: a key that is pressed at once is a command, and no letter of this text.
  const send = (): void => {
    close();
    if (text.trim() === '') return;
    setText(null);
    setTopicId(null);
    changes.addFollowUp(followUp, text.trim(), topic?.id ?? null).catch(() => {
      setText(text);
      setTopicId(topicId);
      setMode({ kind: 'composer', followUp });
    });
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
      <div className="composer-do">
        <CommandButton className="btn go" command="composer.save" onRun={send}>
          {t('call.followUp.save')}
        </CommandButton>
        <CommandButton command="composer.close" onRun={close}>
          {t('call.followUp.close')}
        </CommandButton>
      </div>
    </Group>
  );
}
