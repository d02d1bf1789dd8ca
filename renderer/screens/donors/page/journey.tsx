/** The journey from the thank-you e-mail to the second mailing: what was done, what is due, how the donor sounded. */
import { useTranslation } from 'react-i18next';
import type { DonorPage } from '../../../../contract/procedures/donor-page.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon, type IconName } from '../../../parts/icon.tsx';
import { Section } from './section.tsx';

type Step = DonorPage['journey']['steps'][number];

const LOOKS: Readonly<Record<Step['state'], { readonly icon: IconName; readonly tone: string }>> = {
  done: { icon: 'tick', tone: 'ok' },
  due: { icon: 'clock', tone: 'att' },
  missed: { icon: 'cross', tone: 'att' },
  failed: { icon: 'octagon', tone: 'stop' },
  later: { icon: 'ring', tone: 'open' },
};

export function Journey({ journey }: { readonly journey: DonorPage['journey'] }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <Section id="journey" title={t('donors.sections.journey')}>
      <p className="soft">{journey.start === null ? t('donors.journey.none') : `${say(journey.start)}.`}</p>
      {journey.steps.length > 0 && (
        <ol className="journey-steps">
          {journey.steps.map((step) => (
            <li key={step.id} className={step.state}>
              <b>{say(step.name)}</b>
              <span className={`st ${LOOKS[step.state].tone}`}>
                <Icon name={LOOKS[step.state].icon} />
                {t(`donors.journey.states.${step.state}`)}
              </span>
              <span className="meta">{when(step)}</span>
              {step.emotion !== null && (
                <span className="st felt">
                  <Icon name={step.emotion} />
                  {t(`call.emotion.${step.emotion}`)}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );

  function when({ dayText, dueText, state }: Step): string {
    if (dayText !== null) return say(dayText);
    if (dueText === null) return t('donors.journey.noDay');
    return t(state === 'missed' ? 'donors.journey.wasDue' : 'donors.journey.from', { day: say(dueText) });
  }
}
