/** What the chart shows, in figures. */
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../i18n/use-sentence.ts';
import type { ForecastDayView } from './chart.tsx';

export function ForecastTable({ days }: { readonly days: readonly ForecastDayView[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  const hasCapacity = days.some(({ capacity }) => capacity !== null);
  return (
    <table className="forecast-table">
      <caption>{t('forecast.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('forecast.day')}</th>
          <th scope="col">{t('forecast.onList')}</th>
          <th scope="col">{t('forecast.fresh')}</th>
          {hasCapacity && (
            <>
              <th scope="col">{t('forecast.waiting')}</th>
              <th scope="col">{t('forecast.room')}</th>
              <th scope="col">{t('forecast.left')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, dayText, onList, fresh, waiting, capacity, left }) => (
          <tr key={day}>
            <th scope="row">{say(dayText)}</th>
            <td>{onList}</td>
            <td>{fresh}</td>
            {hasCapacity && (
              <>
                <td>{waiting}</td>
                <td>{capacity}</td>
                <td>{left}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
