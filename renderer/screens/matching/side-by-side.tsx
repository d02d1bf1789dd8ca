/** What the site says, what the CRM says, and whether it agrees, in that order. */
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Match } from '../../../contract/procedures/matching.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';

type Candidate = Match['candidates'][number];
type Row = Candidate['rows'][number];

interface SideBySideProps {
  readonly candidate: Candidate;
  readonly siteName: string;
  /** Null when there is only one. */
  readonly place: { readonly at: number; readonly of: number } | null;
  readonly onStep: (by: number) => void;
  /** She was searched for: whoever typed goes on here, and keys are answers again. */
  readonly takesFocus: boolean;
}

export function SideBySide({ candidate, siteName, place, onStep, takesFocus }: SideBySideProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const isLast = place === null || place.at === place.of - 1;
  return (
    <>
      <h3 className="match-who" id="match-candidate" tabIndex={-1} ref={heading}>
        <span>
          {t('matching.isThis')}{' '}
          <Link to={`/donors/${candidate.donorId}`}>
            <bdi>{say(candidate.name)}</bdi>
          </Link>
          {t('matching.isThisEnd')} <span className="meta">{candidate.number}</span>
        </span>
        {place !== null && (
          <span className="match-place">
            <Button
              className="btn"
              isDisabled={place.at === 0}
              onPress={() => onStep(-1)}
              aria-label={t('matching.before')}
            >
              ←
            </Button>
            {t('matching.place', { at: place.at + 1, of: place.of })}
            <Button className="btn" isDisabled={isLast} onPress={() => onStep(1)} aria-label={t('matching.after')}>
              →
            </Button>
          </span>
        )}
      </h3>
      <table className="match-table" aria-labelledby="match-candidate">
        <thead>
          <tr>
            <th scope="col">{t('matching.field')}</th>
            <th scope="col">{siteName}</th>
            <th scope="col">{t('matching.crm')}</th>
            <th scope="col">{t('matching.agrees')}</th>
          </tr>
        </thead>
        <tbody>
          {candidate.rows.map((row) => (
            <tr key={row.field} className={row.tone}>
              <th scope="row">{say(row.name)}</th>
              <Value text={say(row.source)} />
              <Value text={say(row.candidate)} />
              <td>
                <span className={`st ${LOOKS[row.tone].tone}`}>
                  <Icon name={LOOKS[row.tone].icon} />
                  {say(row.verdict)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {candidate.traps.length > 0 && (
        <section aria-labelledby="match-why">
          <h3 id="match-why">{t('matching.why')}</h3>
          <ul className="verify-reasons">
            {candidate.traps.map((trap) => (
              <li key={trap.nl}>
                <Icon name="triangle" />
                {say(trap)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const LOOKS: Readonly<Record<Row['tone'], { readonly icon: IconName; readonly tone: string }>> = {
  same: { icon: 'tick', tone: 'ok' },
  near: { icon: 'pencil', tone: 'cor' },
  different: { icon: 'triangle', tone: 'att' },
  unknown: { icon: 'ring', tone: 'open' },
};

function Value({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return <td>{text === '' ? <span className="soft">{t('matching.notKnown')}</span> : <bdi>{text}</bdi>}</td>;
}
