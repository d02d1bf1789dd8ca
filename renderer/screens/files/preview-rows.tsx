/** The first rows as they will be read; what is doubtful or refused stands below its row, in words, wherever its cell is. */
import { Fragment, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { useScrollable } from '../../parts/use-scrollable.ts';

type Preview = OutputOf<'files.preview'>;

export function PreviewRows({ preview, total }: { readonly preview: Preview; readonly total: number }) {
  const { t } = useTranslation();
  const say = useSentence();
  const scroll = useRef<HTMLDivElement>(null);
  const scrollable = useScrollable(scroll);
  const labels = new Map(preview.fields.map(({ id, label }) => [id, say(label)]));
  const { rows, shown, unread } = preview;
  const doubts = rows.filter(({ cells }) => cells.some(({ doubt }) => doubt !== null)).length;
  return (
    <section className="files-preview" aria-labelledby="files-preview">
      <h3 id="files-preview">{t('files.preview', { count: rows.length, total })}</h3>
      {doubts > 0 && (
        <p className="files-why">
          <Icon name="triangle" />
          {t('files.doubts', { count: doubts })}
        </p>
      )}
      <div className="files-scroll" ref={scroll} {...scrollable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('files.line')}</th>
              {shown.map((field) => (
                <th key={field} scope="col">
                  {labels.get(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={row.line}>
                <tr className={row.refusal === null ? undefined : 'files-refused'}>
                  <th scope="row">{row.line}</th>
                  {row.cells.map(({ field, text, doubt }) => (
                    <td key={field} className={doubt === null ? undefined : 'files-doubt'}>
                      {text}
                    </td>
                  ))}
                </tr>
                {row.cells.map(({ field, doubt }) =>
                  doubt === null ? null : (
                    <tr key={field}>
                      <td colSpan={shown.length + 1} className="files-below">
                        <span className="files-why">
                          <Icon name="triangle" />
                          {t('files.cellDoubt', { field: labels.get(field) ?? field, reason: say(doubt) })}
                        </span>
                      </td>
                    </tr>
                  ),
                )}
                {row.refusal !== null && (
                  <tr>
                    <td colSpan={shown.length + 1} className="files-below">
                      <span className="files-why">
                        <Icon name="octagon" />
                        {t('files.rowRefused', { column: row.refusal.column ?? '', reason: say(row.refusal.reason) })}
                      </span>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {unread.length > 0 && <p className="meta">{t('files.unread', { columns: unread.join(', ') })}</p>}
    </section>
  );
}
