/** Instellingen, Het gesprek: one of its sections, and on the right what is not saved, or who changed what. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { refuseTalk } from '../../../../domain/talk/talk.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { Bones } from '../../../parts/bones.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { History } from '../history.tsx';
import { Unsaved } from '../unsaved.tsx';
import { changeTalk, useTalkDraft } from './draft.ts';
import { AnswersForm, BenefitsForm, TopicsForm, WordsForm } from './forms.tsx';
import type { TalkSection } from './sections.ts';
import { useTalkSaving } from './use-talk-saving.ts';
import '../charity/charity.css';
import './talk.css';

const FORMS = { answers: AnswersForm, topics: TopicsForm, benefits: BenefitsForm, words: WordsForm } as const;

export function TalkSettings({ section }: { readonly section: TalkSection }) {
  const { data, error } = useAnswer('talk.get', {});
  const textOf = useTroubleText();
  if (data !== undefined) return <Loaded section={section} answer={data} />;
  return (
    <>
      <section className="side-one settings-form">
        {error === null ? <Bones className="found-bones" /> : <p role="alert">{textOf(error)}</p>}
      </section>
      <section className="settings-effect" />
    </>
  );
}

interface LoadedProps {
  readonly section: TalkSection;
  readonly answer: OutputOf<'talk.get'>;
}

function Loaded({ section, answer }: LoadedProps) {
  const { t } = useTranslation();
  const draft = useTalkDraft();
  const talk = draft ?? answer.content;
  const hasChanges = draft !== null && JSON.stringify(draft) !== JSON.stringify(answer.content);
  const refusals = hasChanges ? [...refuseTalk(draft)] : [];
  const saving = useTalkSaving(answer.version, talk);
  const Form = FORMS[section];
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t(`talk.sections.${section}`)}</h2>
        <p className="soft">{t(`talk.how.${section}`)}</p>
        <div className="settings-fields charity-fields" key={section}>
          <Form talk={talk} refusals={refusals} onChange={changeTalk} />
        </div>
      </section>
      <section className="settings-effect" aria-label={t('talk.effect')}>
        {hasChanges ? (
          <Unsaved refusals={refusals} saving={saving} />
        ) : (
          <History
            history={answer.history}
            saving={saving}
            words={{ saved: t('talk.saved'), none: t('talk.none'), how: t('talk.lastOnly') }}
          />
        )}
      </section>
    </>
  );
}
