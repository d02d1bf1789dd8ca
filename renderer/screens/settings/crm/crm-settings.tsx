/** Instellingen, CRM: which one it is, whose, since when, and how much of the day's questions is left. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutputOf } from '../../../../contract/index.ts';
import { dayOfInstant } from '../../../../domain/calendar/day.ts';
import { writeDay } from '../../../../domain/calendar/write-day.ts';
import { useClient } from '../../../data/client-context.ts';
import { useSession } from '../../../data/session-context.ts';
import { questionOf, useAnswer } from '../../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { Refusal } from '../../../parts/refusal.tsx';
import { SignInAgain } from '../../../parts/sign-in-again.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { DayBudget } from './day-budget.tsx';
import './crm.css';

type Connection = OutputOf<'connection.get'>;

const LOOK_EVERY_MILLISECONDS = 30_000;

export function CrmSettings() {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  // Every answer of the CRM changes the count, and none of them tells the screens.
  const { data, error } = useQuery({
    ...questionOf(useClient(), 'connection.get', {}),
    refetchOnMount: 'always',
    refetchInterval: LOOK_EVERY_MILLISECONDS,
  });
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('crm.title')}</h2>
        {data === undefined && error === null && <Bones className="found-bones" />}
        {error !== null && <p role="alert">{textOf(error)}</p>}
        {data !== undefined && <Facts connection={data} />}
      </section>
      <section className="settings-effect" aria-label={t('crm.budgetTitle')}>
        <h2 className="t">{t('crm.budgetTitle')}</h2>
        {data !== undefined && <DayBudget connection={data} />}
      </section>
    </>
  );
}

function Facts({ connection: { connected, isPractice } }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const { data: status } = useAnswer('sync.status', {});
  if (connected === null) {
    return (
      <>
        <p className="crm-intro">{t('crm.none')}</p>
        <Link className="btn go" to="/connect">
          {t('crm.connect')}
        </Link>
      </>
    );
  }
  const { kind, organisation, address, user, since, app } = connected;
  const host = (url: string): string => new URL(url).host;
  const facts: readonly (readonly [string, string])[] = [
    [t('crm.facts.kind'), t(`connect.crms.${kind}`)],
    [t('crm.facts.organisation'), organisation],
    [t('crm.facts.address'), host(address)],
    ...(app === null ? [] : [[t('crm.facts.signInAt'), t(`crm.places.${app.place}`)] as const]),
    ...(user === null ? [] : [[t(`crm.facts.user.${kind}`), user] as const]),
    ...(since === null ? [] : [[t('crm.facts.since'), writeDay(dayOfInstant(since), language, { today })] as const]),
  ];
  return (
    <>
      {isPractice && <p className="crm-intro">{t('crm.practice')}</p>}
      <dl className="crm-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {status?.problem != null && <Refusal>{say(status.problem)}</Refusal>}
      <div className="crm-do">
        {app !== null && <SignInAgain isUrgent={status?.needsSignIn === true} />}
        <Link className="btn" to="/connect">
          {t('crm.look')}
        </Link>
      </div>
      <p className="soft crm-intro">{t(`crm.more.${kind}`)}</p>
    </>
  );
}
