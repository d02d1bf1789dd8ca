/** Vooruitblik: the work of the coming four weeks, per lane, against what can be done. For a coordinator. */
import { useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CALLING_LANES, type CallingLane } from '../../../domain/programmes/programme-id.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { useScrollable } from '../../parts/use-scrollable.ts';
import { AnswerPage } from '../../parts/answer-page.tsx';
import { CapacityForm } from './capacity-form.tsx';
import { Chart } from './chart.tsx';
import { ForecastTable } from './forecast-table.tsx';
import './forecast.css';

type Forecast = OutputOf<'forecast.get'>;

export function ForecastScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const answer = useAnswer('forecast.get', {});
  useTitle(t('forecast.title'));
  useCommand('forecast.leave', () => void navigate('/'));
  return <AnswerPage answer={answer}>{(data) => <Lanes forecast={data} />}</AnswerPage>;
}

function Lanes({ forecast }: { readonly forecast: Forecast }) {
  const { t } = useTranslation();
  const say = useSentence();
  const [lane, setLane] = useState<CallingLane>('caller');
  useCommand('forecast.lane', () => setLane(lane === 'caller' ? 'director' : 'caller'));
  const column = useRef<HTMLElement>(null);
  const scrollable = useScrollable(column);
  const own = forecast.lanes.find((each) => each.lane === lane);
  if (own === undefined) return null;
  return (
    <main className="beside forecast">
      <section className="side-list forecast-side" aria-labelledby="forecast-title">
        <h1 id="forecast-title">{t('forecast.heading')}</h1>
        <p className="soft">{t('forecast.text')}</p>
        <div className="lane-switch">
          <ToggleButtonGroup
            className="segments"
            aria-label={t('bar.lane')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[lane]}
            onSelectionChange={(keys) => setLane(CALLING_LANES.find((id) => keys.has(id)) ?? lane)}
          >
            {CALLING_LANES.toReversed().map((id) => (
              <ToggleButton key={id} id={id} className="segment">
                {t(`bar.lanes.${id}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <KeycapOf command="forecast.lane" />
        </div>
        <CapacityForm key={lane} lane={lane} capacity={own.capacity} />
      </section>
      <section className="side-one forecast-chart" aria-labelledby="forecast-finding" ref={column} {...scrollable}>
        <h2 className="t" id="forecast-finding">
          {say(own.finding)}
        </h2>
        <p className="soft">{own.capacity === null ? t('forecast.measureWithout') : t('forecast.measure')}</p>
        <Chart days={own.days} />
        {forecast.completeUntil !== null && (
          <p className="meta">{t('forecast.incomplete', { day: say(forecast.completeUntil) })}</p>
        )}
        <ForecastTable days={own.days} />
      </section>
    </main>
  );
}
