/** Ready answers, searched while somebody talks: the arrows choose, and what is not there becomes a question. */
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { inLanguage, searchAnswers, type ReadyAnswer } from '../../../../domain/talk/ready-answer.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useCommand } from '../../../commands/commands-context.tsx';
import { useAnswer } from '../../../data/use-answer.ts';
import { useDraft } from '../../../data/use-draft.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { focusOnArrival } from '../../../parts/focus-on-arrival.ts';
import { useScrollable } from '../../../parts/use-scrollable.ts';
import { useCall } from '../call-context.ts';
import './answers.css';

export function Answers() {
  const { t } = useTranslation();
  const { view, setMode } = useCall();
  const { data } = useAnswer('talk.answers', {});
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const [, setQuestion] = useDraft(view.callItemId, 'follow-up:question', '');
  const list = useRef<HTMLUListElement>(null);
  const scrollable = useScrollable(list);
  const found = searchAnswers(data?.answers ?? [], typed);
  const close = (): void => setMode({ kind: 'none', closed: { kind: 'answers' } });
  const ask = (): void => {
    if (typed.trim() !== '') setQuestion(typed.trim());
    setMode({ kind: 'composer', followUp: 'question' });
  };
  useCommand('answers.previous', () => setIndex(Math.max(0, index - 1)));
  useCommand('answers.next', () => setIndex(Math.min(found.length - 1, index + 1)));

  return (
    <section className="check answers" aria-label={t('call.answers.title')}>
      <header>
        <h2 className="t">{t('call.answers.title')}</h2>
        <CommandButton className="link" command="answers.close" onRun={close}>
          {t('call.answers.close')}
        </CommandButton>
      </header>
      <TextField
        className="field"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setIndex(0);
        }}
      >
        <Label className="hush">{t('call.answers.search')}</Label>
        <Input ref={focusOnArrival} className="box" autoComplete="off" placeholder={t('call.answers.search')} />
      </TextField>
      <ul className="answer-list" ref={list} {...scrollable}>
        {found.map((answer, at) => (
          <Answer key={answer.id} answer={answer} isOpen={at === index} onOpen={() => setIndex(at)} />
        ))}
      </ul>
      {data !== undefined && found.length === 0 && (
        <p className="soft">{t(data.answers.length === 0 ? 'call.answers.empty' : 'call.answers.none')}</p>
      )}
      <CommandButton className="btn" command="answers.ask" onRun={ask}>
        {t('call.answers.ask')}
      </CommandButton>
    </section>
  );
}

interface AnswerProps {
  readonly answer: ReadyAnswer;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** The question as the caller reads it, the answer as the donor hears it. */
function Answer({ answer, isOpen, onOpen }: AnswerProps) {
  const { view } = useCall();
  const language = useLanguage();
  return (
    <li className={isOpen ? 'answer open' : 'answer'}>
      <Button className="answer-question" aria-expanded={isOpen} onPress={onOpen}>
        {inLanguage(answer.question, language)}
      </Button>
      {isOpen && <p lang={view.language}>{inLanguage(answer.answer, view.language)}</p>}
    </li>
  );
}
