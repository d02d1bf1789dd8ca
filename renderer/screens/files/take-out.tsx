/** A file to take out: what, of whom, and as what. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../contract/index.ts';
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import { useNow } from '../../data/use-now.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { DayField } from '../../parts/day-field.tsx';
import { OneOf } from '../../parts/one-of.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { useCounted } from './use-counted.ts';
import { useFetchFile } from './use-fetch-file.ts';
import { choiceOf, OF_WHOM, type OfWhom } from './choice.ts';

type What = InputOf<'files.export'>['what'];
const WHATS = ['response', 'kal', 'mail-merge', 'donors', 'gifts'] as const satisfies readonly What[];
/** Enough to see that another day began. */
const EVERY_MILLISECONDS = 60_000;
const FORMATS = ['xlsx', 'csv'] as const;

export function TakeOut() {
  const { t } = useTranslation();
  const counted = useCounted();
  const textOf = useTroubleText();
  const today = dayOfInstant(useNow(EVERY_MILLISECONDS));
  const [what, setWhat] = useState<What>('response');
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('xlsx');
  const [of, setOf] = useState<OfWhom>('called');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [importId, setImportId] = useState<string | null>(null);
  const { data } = useAnswer('files.imports', {});
  const imports = (data?.imports ?? []).filter(({ state }) => state === 'done' || state === 'partly-undone');
  const { fetchFile, isBusy, made, error } = useFetchFile();
  const choice = choiceOf(of, { from, to, importId });
  return (
    <div className="files-out">
      <p className="files-intro">{t('files.outIntro')}</p>
      <OneOf
        label={t('files.whatOut')}
        options={WHATS.map((id) => ({ id, name: t(`files.outs.${id}`) }))}
        value={what}
        onChange={(id) => setWhat(WHATS.find((each) => each === id) ?? what)}
      />
      <p className="meta">{t(`files.outAbout.${what}`)}</p>
      <OneOf
        label={t('files.ofWhom')}
        options={OF_WHOM.filter((id) => id !== 'import' || imports.length > 0).map((id) => ({
          id,
          name: t(`files.of.${id}`),
        }))}
        value={of}
        onChange={(id) => setOf(OF_WHOM.find((each) => each === id) ?? of)}
      />
      {of === 'called' && (
        <div className="files-days">
          <DayField label={t('files.from')} value={from} onChange={setFrom} />
          <DayField label={t('files.to')} value={to} onChange={setTo} />
        </div>
      )}
      {of === 'import' && (
        <OneOf
          label={t('files.whichImport')}
          options={imports.map(({ id, file }) => ({ id: String(id), name: file }))}
          value={importId}
          placeholder={t('files.chooseImport')}
          onChange={setImportId}
        />
      )}
      <OneOf
        label={t('files.as')}
        options={FORMATS.map((id) => ({ id, name: t(`files.formats.${id}`) }))}
        value={format}
        onChange={(id) => setFormat(FORMATS.find((each) => each === id) ?? format)}
      />
      {error !== null && <Refusal>{textOf(error)}</Refusal>}
      <div className="files-do">
        <Button
          className="btn go"
          data-pending={isBusy || undefined}
          isDisabled={choice === null}
          onPress={() => {
            if (choice !== null && !isBusy) fetchFile({ what, format, choice });
          }}
        >
          {t('files.make')}
        </Button>
        <output>
          {isBusy
            ? t('files.making')
            : made === null
              ? null
              : t('files.made', { ...counted(made.rows), file: made.fileName })}
        </output>
      </div>
      <p className="meta">{t('files.noted')}</p>
    </div>
  );
}
