/** Who of a file of a place is known by now, and what is left for a coordinator to decide. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useCounted } from './use-counted.ts';

type Numbers = NonNullable<NonNullable<OutputOf<'files.state'>['takenImport']>['recognised']>;

const WHO = ['certain', 'doubtful', 'newcomers'] as const;

export function Recognised(numbers: Numbers) {
  const { t } = useTranslation();
  const counted = useCounted();
  const { waiting, doubtful, newcomers } = numbers;
  return (
    <div className="files-recognised">
      <h4>{t('files.recognised')}</h4>
      <dl>
        {WHO.map((who) => (
          <div key={who}>
            <dt>{t(`files.recognisedAs.${who}`)}</dt>
            <dd>{counted(numbers[who]).number}</dd>
          </div>
        ))}
      </dl>
      <output className="files-intro">
        {waiting > 0
          ? t('files.toCompare', counted(waiting))
          : t(doubtful + newcomers > 0 ? 'files.toDecide' : 'files.allRecognised')}
      </output>
    </div>
  );
}
