/** Who else has one of these numbers: called together, they are called once. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DonorPage } from '../../../../contract/procedures/donor-page.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Section } from './section.tsx';

export function Household({ household }: { readonly household: DonorPage['household'] }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <Section id="household" title={t('donors.sections.household')}>
      {household.length === 0 && <p className="soft">{t('donors.household.none')}</p>}
      <ul className="rows">
        {household.map(({ donorId, name, number, address }) => (
          <li key={donorId}>
            <Link to={`/donors/${donorId}`}>
              <bdi>{say(name)}</bdi>
            </Link>
            <span className="meta">{number}</span>
            <span className="meta">
              <bdi>{address}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
