/** The script as tabs that follow the conversation; a step that was shown and left gets its tick. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../commands/commands-context.tsx';
import { atStep, remember } from '../../../data/call-memory.ts';
import type { ScriptStepId } from '../../../../domain/script/words.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { Speech } from '../../../parts/speech.tsx';
import { useCall } from '../call-context.ts';
import { StoryPicture } from './story-picture.tsx';

export function Script() {
  const { t } = useTranslation();
  const say = useSentence();
  const { view, memory } = useCall();
  const { script, callItemId, language, name, story } = view;
  const index = Math.max(
    0,
    script.findIndex(({ id }) => id === memory.step),
  );

  const show = (step: ScriptStepId | undefined): void => {
    if (step !== undefined) remember(callItemId, atStep(memory, step));
  };
  useCommand('call.previousStep', () => show(script[index - 1]?.id));
  useCommand('call.nextStep', () => show(script[index + 1]?.id));

  return (
    <Tabs
      className="script"
      selectedKey={script[index]?.id ?? memory.step}
      onSelectionChange={(key) => show(script.find(({ id }) => id === key)?.id)}
    >
      <TabList className="steps" aria-label={t('call.steps')}>
        {script.map(({ id, title }) => {
          const isDone = id !== memory.step && memory.stepsSeen.includes(id);
          return (
            <Tab key={id} id={id} className="step">
              {isDone && <Icon name="tick" />}
              {say(title)}
              {isDone && <span className="hush">, {t('call.stepDone')}</span>}
            </Tab>
          );
        })}
      </TabList>
      {script.map(({ id, text }) => (
        <TabPanel key={id} id={id} className="speech" lang={language}>
          {id === 'gift' && story?.picture != null && (
            <StoryPicture picture={story.picture} text={say(story.pictureText)} />
          )}
          <p>
            <Speech text={text} name={name[language]} />
          </p>
        </TabPanel>
      ))}
    </Tabs>
  );
}
