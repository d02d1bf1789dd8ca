/** Instellingen, Werkplekken: which there are, what each holds, and what to do when one is lost. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { WorkstationView } from '../../../../contract/procedures/workstations.ts';
import { useClient } from '../../../data/client-context.ts';
import { questionOf } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { LostPanel } from './lost-panel.tsx';
import './workstations.css';

export function WorkstationsSettings() {
  const { t } = useTranslation();
  const client = useClient();
  const textOf = useTroubleText();
  const [chosen, setChosen] = useState<string | null>(null);
  // Other workstations tell the CRM of themselves; nothing here says when.
  const { data, error } = useQuery({ ...questionOf(client, 'workstations.list', {}), staleTime: 0 });
  const all = data?.workstations ?? [];
  const one = all.find(({ id }) => id === chosen) ?? all[0] ?? null;
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('workstations.title')}</h2>
        <p className="section-intro">{t('workstations.intro')}</p>
        {data === undefined && error === null && <Bones className="found-bones" />}
        {error !== null && <p role="alert">{textOf(error)}</p>}
        {data !== undefined && all.length === 0 && <p className="soft">{t('workstations.none')}</p>}
        {all.length > 0 && (
          <ul className="people-list" aria-label={t('workstations.title')}>
            {all.map((each) => (
              <Row key={each.id} workstation={each} isChosen={each === one} onChoose={() => setChosen(each.id)} />
            ))}
          </ul>
        )}
        {one !== null && <Facts workstation={one} />}
      </section>
      <section className="settings-effect" aria-label={t('workstations.lost')}>
        {one === null ? <h2 className="t">{t('workstations.lost')}</h2> : <LostPanel key={one.id} workstation={one} />}
      </section>
    </>
  );
}

interface RowProps {
  readonly workstation: WorkstationView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Row({ workstation, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { who, isSelf, state, stateName, seen } = workstation;
  return (
    <li>
      <Button className="people-row" {...(isChosen ? { 'aria-current': 'true' as const } : {})} onPress={onChoose}>
        <span>
          <b>
            <bdi>{who}</bdi>
          </b>
          {isSelf && <span className="meta"> {t('workstations.self')}</span>}
          <span className="people-roles">
            {seen === null ? t('workstations.unreadable') : t('workstations.seen', { when: say(seen) })}
          </span>
        </span>
        <span className={state === 'working' ? 'st ok' : state === 'wiped' ? 'st open' : 'st att'}>
          <Icon name={state === 'working' ? 'tick' : state === 'wiped' ? 'ring' : 'triangle'} />
          {say(stateName)}
        </span>
      </Button>
    </li>
  );
}

function Facts({ workstation: { facts } }: { readonly workstation: WorkstationView }) {
  const say = useSentence();
  return (
    <dl className="setting-facts workstation-facts">
      {facts.map(({ label, value }) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>{say(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
