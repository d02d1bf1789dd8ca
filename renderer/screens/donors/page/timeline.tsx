/** Every contact from every channel, newest first. */
import { useTranslation } from 'react-i18next';
import type { DonorPage } from '../../../../contract/procedures/donor-page.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { Section } from './section.tsx';

export function Timeline({ timeline }: { readonly timeline: DonorPage['timeline'] }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <Section id="contact" title={t('donors.sections.contact')}>
      {timeline.length === 0 && <p className="soft">{t('donors.contact.none')}</p>}
      <ol className="timeline">
        {timeline.map((entry) => (
          <li key={entry.key} className={entry.isTakenBack ? 'taken-back' : undefined}>
            <span className="when">
              {say(entry.dayText)}
              {entry.time !== null && <span className="meta"> {entry.time}</span>}
            </span>
            <div>
              <p>
                <span className="tag">
                  {t(`donors.contact.channels.${entry.channel}`)}
                  {entry.isIncoming && `, ${t('donors.contact.incoming')}`}
                </span>{' '}
                <b>{say(entry.title)}</b>
                {entry.emotion !== null && (
                  <span className="st felt">
                    <Icon name={entry.emotion} />
                    {t(`call.emotion.${entry.emotion}`)}
                  </span>
                )}
                {entry.isTakenBack && <span className="st open">{t('donors.contact.takenBack')}</span>}
              </p>
              {entry.text !== '' && (
                <p className="soft said">
                  <bdi>{entry.text}</bdi>
                </p>
              )}
              {entry.by !== null && entry.by !== '' && <p className="meta">{entry.by}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
