/** What came of a file, or would: how many new, changed, the same and refused, and why. */
import { useTranslation } from 'react-i18next';
import type { FileReport } from '../../../contract/procedures/files.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { useCounted } from './use-counted.ts';

const WHAT = ['donors', 'mandates', 'gifts'] as const;
const HOW = ['new', 'changed', 'unchanged', 'refused'] as const;

interface Props {
  readonly report: FileReport;
  /** Whom a place names is no donor before somebody was recognised. */
  readonly isOfPlace: boolean;
  /** Not "would be" any more. */
  readonly isTaken?: boolean;
}

export function Report({ report, isOfPlace, isTaken = false }: Props) {
  const { t } = useTranslation();
  const say = useSentence();
  const counted = useCounted();
  const { counts, refusals, refused, consents, remarks } = report;
  const shown = WHAT.filter((what) => HOW.some((how) => counts[what][how] > 0));
  return (
    <>
      <table className="files-counts">
        <thead>
          <tr>
            <th scope="col">{t('files.what')}</th>
            {HOW.map((how) => (
              <th key={how} scope="col">
                {t(`files.how.${how}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((what) => (
            <tr key={what}>
              <th scope="row">{t(`files.whats.${what === 'donors' && isOfPlace ? 'people' : what}`)}</th>
              {HOW.map((how) => (
                <td key={how}>{counted(counts[what][how]).number}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {consents > 0 && <p>{t('files.consents', counted(consents))}</p>}
      {remarks.length > 0 && (
        <ul className="files-remarks">
          {remarks.map(({ text }) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ul>
      )}
      {refusals.length > 0 && (
        <details className="files-refusals" open={refusals.length <= 10}>
          <summary>{t(isTaken ? 'files.wereRefused' : 'files.refusals', counted(refused))}</summary>
          <ul>
            {refusals.map(({ line, column, value, reason }) => (
              <li key={line}>
                <b>{t('files.onLine', { line })}</b>
                {column !== null && (
                  <span className="soft"> {t('files.inColumn', { column, value: value ?? '' })}</span>
                )}
                <span>{say(reason)}</span>
              </li>
            ))}
          </ul>
          {refused > refusals.length && (
            <p className="meta">{t('files.moreRefused', counted(refused - refusals.length))}</p>
          )}
        </details>
      )}
    </>
  );
}
