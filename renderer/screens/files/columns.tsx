/** Which column holds what: every field with the column that it is read from. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { OneOf } from '../../parts/one-of.tsx';

interface Props {
  readonly header: readonly string[];
  readonly fields: OutputOf<'files.preview'>['fields'];
  readonly onChange: (field: string, column: string | null) => void;
}

/** No header is as long as this. */
const NOWHERE = '\u0000';

export function Columns({ header, fields, onChange }: Props) {
  const { t } = useTranslation();
  const say = useSentence();
  const names = [...new Set(header.filter((name) => name !== ''))];
  const options = [{ id: NOWHERE, name: t('files.nowhere') }, ...names.map((name) => ({ id: name, name }))];
  const found = fields.filter(({ column }) => column !== null).length;
  return (
    <details className="files-columns" open={fields.some(({ column, isNeeded }) => isNeeded && column === null)}>
      <summary>{t('files.columns', { found, of: fields.length })}</summary>
      <div className="files-fields">
        {fields.map(({ id, label, column, isNeeded }) => (
          <OneOf
            key={id}
            label={isNeeded ? t('files.needed', { field: say(label) }) : say(label)}
            options={options}
            value={column ?? NOWHERE}
            onChange={(chosen) => onChange(id, chosen === NOWHERE ? null : chosen)}
            className={isNeeded && column === null ? 'files-missing' : ''}
          />
        ))}
      </div>
    </details>
  );
}
