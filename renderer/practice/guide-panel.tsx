/** The guide: one or two sentences about what to do now, what the donor says, and a mark on the thing itself. */
import { useLayoutEffect, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { OUTCOMES } from '../../domain/outcome.ts';
import { SAID } from '../../domain/practice/said.ts';
import { SITUATION_IDS, type SituationId } from '../../domain/practice/situation.ts';
import { useSentence } from '../i18n/use-sentence.ts';
import { Icon } from '../parts/icon.tsx';
import { numberOf, type Guidance, type Oops, type Target } from './guide.ts';
import { KEYS, KeyedText } from './keyed-text.tsx';
import { useGuidance } from './use-guidance.ts';
import { usePractice } from './use-practice.ts';
import './guide.css';

type StepGuidance = Extract<Guidance, { kind: 'step' }>;

export function GuidePanel() {
  const { t } = useTranslation();
  const { leave, beginAnew, isBusy } = usePractice();
  const guidance = useGuidance();
  usePointer(guidance);
  return (
    <aside className="guide" aria-label={t('practice.label')}>
      <div className="guide-head">
        <GuideHead guidance={guidance} />
      </div>
      <output className="guide-body">{guidance !== null && <GuideBody guidance={guidance} />}</output>
      <div className="guide-ways">
        {guidance?.kind === 'end' && (
          <Button className="btn" onPress={beginAnew}>
            {t('practice.end.again')}
          </Button>
        )}
        <Button className="btn" onPress={leave} data-pending={isBusy || undefined}>
          {t('practice.leave')}
        </Button>
      </div>
    </aside>
  );
}

/** Marks the place that is meant; the style knows where it is. Nothing of the screens changes by it. */
function usePointer(guidance: Guidance | null): void {
  const target = targetOf(guidance);
  useLayoutEffect(() => {
    if (target === null) return undefined;
    document.documentElement.dataset['guide'] = target;
    return () => void delete document.documentElement.dataset['guide'];
  }, [target]);
}

function targetOf(guidance: Guidance | null): Target | null {
  if (guidance?.kind === 'step') return guidance.step.target;
  return guidance?.kind === 'oops' ? 'undo' : null;
}

function GuideHead({ guidance }: { readonly guidance: Guidance | null }) {
  const { t } = useTranslation();
  if (guidance === null || guidance.kind === 'away') return <h2>{t('practice.label')}</h2>;
  if (guidance.kind === 'end') return <h2>{t('practice.end.title')}</h2>;
  return (
    <>
      <h2>
        {t('practice.head', {
          number: numberOf(guidance.situation),
          all: SITUATION_IDS.length,
          what: t(`practice.situations.${guidance.situation}`),
        })}
      </h2>
      {guidance.kind === 'step' && <Steps guidance={guidance} />}
    </>
  );
}

function Steps({ guidance }: { readonly guidance: StepGuidance }) {
  const { t } = useTranslation();
  return (
    <ol className="guide-steps">
      {guidance.steps.map(({ id, isDone }) => (
        <li key={id} aria-current={id === guidance.step.id ? 'step' : undefined}>
          <Icon name={isDone ? 'tick' : 'ring'} />
          {t(`practice.steps.${id}`)}
          {isDone && <span className="hush">, {t('practice.stepDone')}</span>}
        </li>
      ))}
    </ol>
  );
}

function GuideBody({ guidance }: { readonly guidance: Guidance }) {
  switch (guidance.kind) {
    case 'step':
      return <StepBody guidance={guidance} />;
    case 'oops':
      return (
        <Do>
          <OopsText oops={guidance} />
          <GoOn />
        </Do>
      );
    case 'away':
      return <Away />;
    case 'end':
      return <End oops={guidance.oops} />;
  }
}

function StepBody({ guidance: { situation, step, after } }: { readonly guidance: StepGuidance }) {
  const { t } = useTranslation();
  const say = useSentence();
  const said = SAID[situation][step.id];
  const isSilent = situation === 'nobody' && step.id === 'outcome';
  return (
    <>
      {said !== undefined && (
        <p className="guide-says">
          <span className="meta">{t('practice.youHear')}</span> ‘{say(said.says)}’
        </p>
      )}
      {isSilent && <p className="guide-silence">{t('practice.silence')}</p>}
      <Do>
        {said?.answer !== undefined && (
          <p className="guide-answer">
            {t('practice.youCouldSay')} <q>{say(said.answer)}</q>
          </p>
        )}
        <p>
          {after !== null && `${t(`practice.after.${after}`)} `}
          <StepText situation={situation} step={step.id} />
        </p>
      </Do>
    </>
  );
}

function StepText({ situation, step }: { readonly situation: SituationId; readonly step: string }) {
  const { t } = useTranslation();
  // Every step of a situation has its line: a test walks them all.
  const key = `practice.do.${situation}.${step}` as 'practice.do.happy.door';
  return <KeyedText text={t(key, { ...KEYS, interpolation: { escapeValue: false } })} />;
}

function Do({ children }: { readonly children: ReactNode }) {
  return <div className="guide-do">{children}</div>;
}

function OopsText({ oops }: { readonly oops: Oops }) {
  const { t } = useTranslation();
  const say = useSentence();
  const chosen = say(OUTCOMES[oops.chosen].name);
  const fitting = say(OUTCOMES[oops.fitting].name);
  return (
    <p>
      <KeyedText text={t('practice.oops', { ...KEYS, chosen, fitting })} />
    </p>
  );
}

function GoOn() {
  const { t } = useTranslation();
  return (
    <p>
      <KeyedText text={t('practice.oopsNext', KEYS)} />
    </p>
  );
}

function Away() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Do>
      <p>{t('practice.away')}</p>
      <Button className="btn" onPress={() => void navigate('/')}>
        {t('practice.toToday')}
      </Button>
    </Do>
  );
}

function End({ oops }: { readonly oops: Oops | null }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="guide-says">{t('practice.end.thanks')}</p>
      <Do>
        {oops !== null && <OopsText oops={oops} />}
        <p>{t('practice.end.text')}</p>
      </Do>
    </>
  );
}
