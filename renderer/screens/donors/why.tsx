/** One donor on one day: the answer, a sentence for every programme, and all that was looked at. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { ariaKeys, CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useSession } from '../../data/session-context.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { DonorName } from '../../parts/donor-name.tsx';
import { Icon } from '../../parts/icon.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { DonorParts } from './page/donor-page.tsx';
import { PartLinks } from './page/part-links.tsx';
import { Reach } from './page/reach.tsx';
import { Section } from './page/section.tsx';
import { Programmes } from './programmes.tsx';
import { Trace } from './trace.tsx';

type WhyView = OutputOf<'list.why'>;

export function Why({ donorId }: { readonly donorId: number }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const { today } = useSession();
  const [day, setDay] = useState<CalendarDay>(today);
  const [isTraceOpen, setTraceOpen] = useState(false);
  const { data: why, error } = useAnswer('list.why', { donor: { donorId }, date: day });
  if (why === undefined) {
    return error === null ? (
      <Bones className="found-bones" />
    ) : (
      <TroublePage title={t('trouble.title')} text={textOf(error)} />
    );
  }
  return (
    <>
      <div className="door donor-door">
        <Who why={why} />
        <Reach donorId={donorId} />
      </div>
      <PartLinks />
      <Section id="why" title={t('donors.sections.why')}>
        <DaySteps day={day} why={why} onChange={setDay} />
        <Answer why={why} />
        {why.programmes.length > 0 && (
          <>
            <Programmes programmes={why.programmes} />
            <div className="why-do">
              <CommandButton command="donors.trace" onRun={() => setTraceOpen(!isTraceOpen)}>
                {isTraceOpen ? t('donors.hideTrace') : t('donors.showTrace')}
              </CommandButton>
            </div>
            {isTraceOpen && <Trace donorId={donorId} day={day} />}
          </>
        )}
      </Section>
      <DonorParts donorId={donorId} />
    </>
  );
}

function Who({ why }: { readonly why: WhyView }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { name, externalId, crmId, level, legalBasis, bestPart } = why;
  return (
    <header className="why-who">
      <h2 className="name">
        {name === null ? t('donors.numbered', { number: externalId ?? crmId ?? '' }) : <DonorName name={say(name)} />}
      </h2>
      <dl>
        {externalId !== null && (
          <div>
            <dt>{t('donors.number')}</dt>
            <dd>{externalId}</dd>
          </div>
        )}
        {level !== null && (
          <div>
            <dt>{t('donors.level')}</dt>
            <dd>{say(level.name)}</dd>
          </div>
        )}
        {bestPart !== null && (
          <div>
            <dt>{t('donors.bestPart')}</dt>
            <dd>
              {t(`donors.parts.${bestPart.part}`)}: {say(bestPart.why)}
            </dd>
          </div>
        )}
        {legalBasis !== null && (
          <div>
            <dt>{t('donors.legalBasis')}</dt>
            <dd>
              {say(legalBasis)} <span className="meta">{t('donors.noAdvice')}</span>
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}

interface DayStepsProps {
  readonly day: CalendarDay;
  readonly why: WhyView;
  readonly onChange: (day: CalendarDay) => void;
}

function DaySteps({ day, why, onChange }: DayStepsProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { today } = useSession();
  const earlier = (): void => onChange(addDays(day, -1));
  const later = (): void => onChange(addDays(day, 1));
  useCommand('donors.previousDay', earlier);
  useCommand('donors.nextDay', later);
  return (
    <div className="why-day">
      <Button className="btn" onPress={earlier} aria-keyshortcuts={ariaKeys('donors.previousDay')}>
        <KeycapOf command="donors.previousDay" />
        <span className="hush">{t('donors.previousDay')}</span>
      </Button>
      <p aria-live="polite">
        <b>{say(why.dayText)}</b>
        {why.day === today && <span className="meta"> {t('donors.today')}</span>}
      </p>
      <Button className="btn" onPress={later} aria-keyshortcuts={ariaKeys('donors.nextDay')}>
        <KeycapOf command="donors.nextDay" />
        <span className="hush">{t('donors.nextDay')}</span>
      </Button>
    </div>
  );
}

function Answer({ why: { explanation } }: { readonly why: WhyView }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <div className="why-answer">
      <p className={`st ${explanation.on ? 'ok' : 'open'}`}>
        <Icon name={explanation.on ? 'tick' : 'ring'} />
        {explanation.on ? t('donors.on') : t('donors.notOn')}
      </p>
      <p className="why-sentence">{say(explanation.sentence)}</p>
    </div>
  );
}
