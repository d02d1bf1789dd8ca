/** Instellingen, Kentaa: the fundraising sites that are read, how it goes, and adding one. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { SourceSiteView } from '../../../../contract/procedures/sources.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { AddSource } from './add-source.tsx';
import { OwnAddresses } from './own-addresses.tsx';
import { SourcePanel } from './source-panel.tsx';
import './sources.css';

export function SourcesSettings() {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const { data, error } = useAnswer('sources.list', {});
  const sites = data?.sites ?? [];
  const one = sites.find(({ siteId }) => siteId === chosen) ?? sites[0] ?? null;
  const hasForm = data !== undefined && (isAdding || sites.length === 0);
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('sources.title')}</h2>
        <p className="section-intro">{t('sources.intro')}</p>
        {data === undefined && error === null && <Bones className="found-bones" />}
        {error !== null && <p role="alert">{textOf(error)}</p>}
        {sites.length > 0 && (
          <ul className="people-list" aria-label={t('sources.sites')}>
            {sites.map((site) => (
              <Row key={site.siteId} site={site} isChosen={site === one} onChoose={() => setChosen(site.siteId)} />
            ))}
          </ul>
        )}
        {hasForm ? (
          <AddSource
            onAdded={(siteId) => {
              setAdding(false);
              setChosen(siteId);
            }}
          />
        ) : (
          data !== undefined && (
            <div>
              <Button className="btn" onPress={() => setAdding(true)}>
                {t('sources.another')}
              </Button>
            </div>
          )
        )}
        {sites.length > 0 && !isAdding && <OwnAddresses />}
      </section>
      <section className="settings-effect" aria-label={one?.name ?? t('sources.helpTitle')}>
        {one === null ? <Help /> : <SourcePanel key={one.siteId} site={one} />}
      </section>
    </>
  );
}

function Row({
  site: { name, siteId, problem, isEnabled, lastPulled },
  isChosen,
  onChoose,
}: {
  readonly site: SourceSiteView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation();
  const say = useSentence();
  const state = problem !== null ? 'trouble' : !isEnabled ? 'off' : lastPulled === null ? 'first' : 'well';
  return (
    <li>
      <Button className="people-row" {...(isChosen ? { 'aria-current': 'true' as const } : {})} onPress={onChoose}>
        <span>
          <b>
            <bdi>{name}</bdi>
          </b>
          <span className="people-roles">
            {lastPulled === null ? siteId : t('sources.lastRead', { when: say(lastPulled) })}
          </span>
        </span>
        <span className={state === 'well' ? 'st ok' : state === 'trouble' ? 'st att' : 'st open'}>
          <Icon name={state === 'well' ? 'tick' : state === 'trouble' ? 'triangle' : 'ring'} />
          {t(`sources.states.${state}`)}
        </span>
      </Button>
    </li>
  );
}

function Help() {
  const { t } = useTranslation();
  return (
    <>
      <h2 className="t">{t('sources.helpTitle')}</h2>
      <p className="sources-help">{t('sources.helpKey')}</p>
      <p className="sources-help">{t('sources.helpReads')}</p>
      <p className="sources-help">{t('sources.helpCounts')}</p>
    </>
  );
}
