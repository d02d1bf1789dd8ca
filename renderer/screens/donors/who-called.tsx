/** A number that calls back: whose it is, what our last call was, and what to say first. */
import { useTranslation } from 'react-i18next';
import { readQuestion } from '../../../domain/search/search-question.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { firstWordsToCaller } from '../../../domain/script/calls-back.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { useSession } from '../../data/session-context.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Speech } from '../../parts/speech.tsx';

type Caller = OutputOf<'donor.whoCalled'>['donors'][number];

/** A Dutch number with its zero; fewer digits are the beginning of one. */
const FEWEST_DIGITS = 10;

export function isWholeNumber(text: string): boolean {
  return readQuestion(text).number !== null && text.replaceAll(/\D/g, '').length >= FEWEST_DIGITS;
}

export function WhoCalled({ number }: { readonly number: string }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { data } = useAnswer('donor.whoCalled', { number });
  if (data === undefined || data.number === null) return null;
  return (
    <section className="who-called" aria-labelledby="who-called">
      <h2 id="who-called">{t('donors.whoCalled.title', { number: data.number })}</h2>
      {data.donors.length === 0 ? (
        <>
          <p>{t('donors.whoCalled.nobody')}</p>
          <FirstWords caller={null} />
        </>
      ) : (
        data.donors.map((caller) => (
          <div key={caller.donorId}>
            <p>
              <b>
                <bdi>{say(caller.name)}</bdi>
              </b>
            </p>
            <OneCaller caller={caller} />
          </div>
        ))
      )}
    </section>
  );
}

function OneCaller({ caller }: { readonly caller: Caller }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const { lastCall, isDeceased } = caller;
  const day = lastCall === null ? '' : writeDay(lastCall.day, language, { today, style: 'weekday' });
  return (
    <>
      <p className="soft">
        {lastCall === null
          ? t('donors.whoCalled.never')
          : t('donors.whoCalled.last', {
              day,
              name: lastCall.personName,
              outcome: say(OUTCOMES[lastCall.outcome].name),
            })}
      </p>
      {isDeceased || lastCall?.outcome === 'deceased' ? (
        <p className="st att">{t('donors.whoCalled.deceased')}</p>
      ) : (
        <FirstWords caller={caller} />
      )}
    </>
  );
}

function FirstWords({ caller }: { readonly caller: Caller | null }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { person, charityName, partOfDay, today } = useSession();
  const words = firstWordsToCaller({
    callerName: person.name,
    charityName,
    partOfDay,
    today,
    donorName: caller?.name ?? null,
    lastCall: caller?.lastCall ?? null,
  });
  return (
    <div>
      <p className="lbl">{t('donors.whoCalled.sayThis')}</p>
      <p className="who-called-say">
        <Speech text={say(words)} name={caller === null ? '' : say(caller.name)} />
      </p>
    </div>
  );
}
