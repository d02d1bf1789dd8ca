/** What was corrected: what it was, who heard it, how it was checked, and whether the CRM has it. */
import { useTranslation } from 'react-i18next';
import type { DonorPage } from '../../../../contract/procedures/donor-page.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon, type IconName } from '../../../parts/icon.tsx';
import { Section } from './section.tsx';

type Correction = DonorPage['corrections'][number];

const LOOKS: Readonly<Record<Correction['state'], { readonly icon: IconName; readonly tone: string }>> = {
  applied: { icon: 'sent', tone: 'ok' },
  waiting: { icon: 'disk', tone: 'cor' },
  conflict: { icon: 'arrows', tone: 'att' },
  rejected: { icon: 'triangle', tone: 'att' },
  withdrawn: { icon: 'cross', tone: 'open' },
};

export function Corrections({ corrections }: { readonly corrections: DonorPage['corrections'] }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <Section id="corrections" title={t('donors.sections.corrections')}>
      {corrections.length === 0 && <p className="soft">{t('donors.corrections.none')}</p>}
      <ul className="corrections">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <p>
              <span className="lbl">{say(correction.label)}</span>{' '}
              {correction.was !== null && (
                <>
                  <del>
                    <bdi>{correction.was}</bdi>
                  </del>{' '}
                </>
              )}
              <b>
                <bdi>{correction.now}</bdi>
              </b>
            </p>
            <p className="meta">
              {t('donors.corrections.heard', { name: correction.by, at: say(correction.atText) })}{' '}
              {t(`call.details.checkedBy.${correction.checkedBy}`)}.
            </p>
            <span className={`st ${LOOKS[correction.state].tone}`}>
              <Icon name={LOOKS[correction.state].icon} />
              {correction.isTakenBack
                ? t('donors.corrections.takenBack')
                : t(`donors.corrections.states.${correction.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
