/** A sentence for every programme. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';

type Answer = OutputOf<'list.why'>['programmes'][number];

const LOOKS: Readonly<Record<Answer['state'], { readonly icon: IconName; readonly tone: string }>> = {
  on: { icon: 'tick', tone: 'ok' },
  suppressed: { icon: 'octagon', tone: 'att' },
  also: { icon: 'clock', tone: 'cor' },
  done: { icon: 'sent', tone: 'ok' },
  no: { icon: 'ring', tone: 'open' },
  off: { icon: 'ring', tone: 'open' },
};

export function Programmes({ programmes }: { readonly programmes: readonly Answer[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <>
      <h3>{t('donors.programmes')}</h3>
      <ul className="why-programmes">
        {programmes.map(({ programme, name, state, sentence }) => (
          <li key={programme}>
            <b>{say(name).slice(0, 1).toUpperCase() + say(name).slice(1)}</b>
            <span className={`st ${LOOKS[state].tone}`}>
              <Icon name={LOOKS[state].icon} />
              {t(`donors.states.${state}`)}
            </span>
            <p className="soft">{say(sentence)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
