/** The sections of the conversation: ready answers, topics, benefits, and how donors are spoken to. */
import { useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { LEVEL_NAMES, LOYALTY_LEVELS } from '../../../../domain/loyalty/level.ts';
import { ADDRESS_FORMS } from '../../../../domain/script/words.ts';
import type { Talk } from '../../../../domain/talk/talk.ts';
import { inLanguage } from '../../../../domain/talk/ready-answer.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { BothTexts, Text } from '../charity/text-fields.tsx';
import type { Refusals } from '../charity/use-refusals.ts';
import { freshId } from './draft.ts';
import { OneOfMany } from './one-of-many.tsx';

export interface TalkFormProps {
  readonly talk: Talk;
  readonly refusals: Refusals;
  readonly onChange: (talk: Talk) => void;
}

const ANSWER_LINES = 4;

/** Which of a list is edited: the one that was chosen, else the first. */
function useChosen<Item extends { readonly id: string }>(items: readonly Item[]) {
  const [id, setId] = useState<string | null>(null);
  const index = Math.max(
    0,
    items.findIndex((item) => item.id === id),
  );
  return { item: items[index] ?? null, index, choose: setId };
}

export function AnswersForm({ talk, refusals, onChange }: TalkFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { answers } = talk;
  const { item, index, choose } = useChosen(answers);
  const change = (next: Talk['answers']): void => onChange({ ...talk, answers: next });
  return (
    <OneOfMany
      label={t('talk.answer')}
      items={answers.map(({ id, question }) => ({ id, name: inLanguage(question, language) }))}
      chosen={item?.id ?? null}
      onChoose={choose}
      onAdd={() => {
        const id = freshId('answer', answers);
        change([...answers, { id, question: { nl: '', en: '' }, answer: { nl: '', en: '' } }]);
        choose(id);
      }}
      onRemove={() => change(answers.filter((each) => each !== item))}
    >
      {item === null ? (
        <p className="soft">{t('talk.noAnswers')}</p>
      ) : (
        <>
          <BothTexts
            label={t('talk.question')}
            field={`answers.${index}.question`}
            value={item.question}
            refusals={refusals}
            onChange={(question) => change(answers.map((each) => (each === item ? { ...item, question } : each)))}
          />
          <BothTexts
            label={t('talk.whatToSay')}
            field={`answers.${index}.answer`}
            value={item.answer}
            refusals={refusals}
            lines={ANSWER_LINES}
            onChange={(answer) => change(answers.map((each) => (each === item ? { ...item, answer } : each)))}
          />
        </>
      )}
    </OneOfMany>
  );
}

export function TopicsForm({ talk, refusals, onChange }: TalkFormProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { topics } = talk;
  const { item, index, choose } = useChosen(topics);
  const change = (next: Talk['topics']): void => onChange({ ...talk, topics: next });
  const edit = (part: Partial<Talk['topics'][number]>): void =>
    change(topics.map((each) => (each === item ? { ...each, ...part } : each)));
  return (
    <OneOfMany
      label={t('talk.topic')}
      items={topics.map(({ id, name }) => ({ id, name: say(name) }))}
      chosen={item?.id ?? null}
      onChoose={choose}
      onAdd={() => {
        const id = freshId('topic', topics);
        change([...topics, { id, name: { nl: '', en: '' }, person: '', days: null }]);
        choose(id);
      }}
      onRemove={() => change(topics.filter((each) => each !== item))}
    >
      {item !== null && (
        <>
          <BothTexts
            label={t('talk.topicName')}
            field={`topics.${index}.name`}
            value={item.name}
            refusals={refusals}
            onChange={(name) => edit({ name })}
          />
          <Text
            label={t('talk.person')}
            field={`topics.${index}.person`}
            value={item.person}
            refusals={refusals}
            onChange={(person) => edit({ person })}
          />
          <Text
            label={t('talk.days')}
            field={`topics.${index}.days`}
            value={item.days === null ? '' : String(item.days)}
            refusals={refusals}
            onChange={(typed) => {
              const digits = typed.replaceAll(/\D/g, '').slice(0, 2);
              edit({ days: digits === '' ? null : Number(digits) });
            }}
          />
        </>
      )}
    </OneOfMany>
  );
}

export function BenefitsForm({ talk, refusals, onChange }: TalkFormProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { benefits } = talk;
  const { item, index, choose } = useChosen(benefits);
  const change = (next: Talk['benefits']): void => onChange({ ...talk, benefits: next });
  const edit = (part: Partial<Talk['benefits'][number]>): void =>
    change(benefits.map((each) => (each === item ? { ...each, ...part } : each)));
  return (
    <OneOfMany
      label={t('talk.benefit')}
      items={benefits.map(({ id, name }) => ({ id, name }))}
      chosen={item?.id ?? null}
      onChoose={choose}
      onAdd={() => {
        const id = freshId('benefit', benefits);
        change([...benefits, { id, name: '', words: '', levels: ['loyal'], isOn: true }]);
        choose(id);
      }}
      onRemove={() => change(benefits.filter((each) => each !== item))}
    >
      {item === null ? (
        <p className="soft">{t('talk.noBenefits')}</p>
      ) : (
        <>
          <Text
            label={t('talk.benefitName')}
            field={`benefits.${index}.name`}
            value={item.name}
            refusals={refusals}
            onChange={(name) => edit({ name })}
          />
          <Text
            label={t('talk.whatToSay')}
            field={`benefits.${index}.words`}
            value={item.words}
            refusals={refusals}
            lines={ANSWER_LINES}
            onChange={(words) => edit({ words })}
          />
          <CheckboxGroup
            className="setting-several"
            value={item.levels}
            onChange={(levels) => edit({ levels: LOYALTY_LEVELS.filter((level) => levels.includes(level)) })}
          >
            <Label>{t('talk.levels')}</Label>
            {LOYALTY_LEVELS.map((level) => (
              <Checkbox key={level} value={level} className="tick-box">
                <span className="tick-box-mark">{item.levels.includes(level) && <Icon name="tick" />}</span>
                {say(LEVEL_NAMES[level])}
              </Checkbox>
            ))}
          </CheckboxGroup>
          <Checkbox className="tick-box" isSelected={item.isOn} onChange={(isOn) => edit({ isOn })}>
            <span className="tick-box-mark">{item.isOn && <Icon name="tick" />}</span>
            {t('talk.isOffered')}
          </Checkbox>
        </>
      )}
    </OneOfMany>
  );
}

const OPT_IN_LINES = 5;

export function WordsForm({ talk, refusals, onChange }: TalkFormProps) {
  const { t } = useTranslation();
  return (
    <>
      <RadioGroup
        className="field"
        orientation="horizontal"
        value={talk.addressForm}
        onChange={(chosen) => onChange({ ...talk, addressForm: ADDRESS_FORMS.find((id) => id === chosen) ?? 'formal' })}
      >
        <Label>{t('talk.addressForm')}</Label>
        <div className="segments">
          {ADDRESS_FORMS.map((id) => (
            <Radio key={id} value={id} className="segment">
              {t(`talk.addressForms.${id}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <BothTexts
        label={t('talk.optIn')}
        field="optInWords"
        value={talk.optInWords}
        refusals={refusals}
        lines={OPT_IN_LINES}
        onChange={(optInWords) => onChange({ ...talk, optInWords })}
      />
    </>
  );
}
