/** The file that is here: what it holds, which column is what, how it will be read, and what would change. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { FileKind } from '../../../domain/file-pieces.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { questionOf } from '../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { showOnArrival } from '../../parts/focus-on-arrival.ts';
import { OneOf } from '../../parts/one-of.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import type { FileState } from './bring-in.tsx';
import { Columns } from './columns.tsx';
import { PlaceChoice, type Place } from './place-choice.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { Report } from './report.tsx';
import { useCounted } from './use-counted.ts';

interface Props {
  readonly state: FileState;
  readonly table: NonNullable<FileState['table']>;
  readonly isBusy: boolean;
}

export function OneFile({ state, table, isBusy }: Props) {
  const { t } = useTranslation();
  const say = useSentence();
  const counted = useCounted();
  const client = useClient();
  const language = useLanguage();
  const textOf = useTroubleText();
  const [kind, setKind] = useState<FileKind>(state.checked?.chosen.kind ?? table.kind);
  const [mapping, setMapping] = useState<Readonly<Record<string, string | null>>>(
    state.checked?.chosen.kind === kind ? state.checked.chosen.mapping : {},
  );
  const { places, kinds } = state;
  const [place, setPlace] = useState<Place | null>(() => state.checked?.chosen.place ?? firstPlace(places, table));
  const { data: preview, error } = useQuery({
    ...questionOf(client, 'files.preview', { kind, mapping, language }),
    placeholderData: keepPreviousData,
  });
  const chosen = {
    kind,
    mapping: Object.fromEntries((preview?.fields ?? []).map(({ id, column }) => [id, column])),
    place: place === null ? null : { id: place.id, name: place.name.trim() },
  };
  const check = useMutation({ mutationFn: () => client.ask('files.check', chosen) });
  const take = useMutation({ mutationFn: () => client.ask('files.take', chosen) });
  const forget = useMutation({ mutationFn: () => client.ask('files.forget', {}) });
  const chooseSheet = useMutation({ mutationFn: (sheet: number) => client.ask('files.chooseSheet', { sheet }) });
  const isChecked = state.checked !== null && JSON.stringify(state.checked.chosen) === JSON.stringify(chosen);
  const canGo = preview?.whyNot === null && !isBusy;
  const trouble = check.error ?? take.error ?? forget.error ?? chooseSheet.error ?? error;
  return (
    <div className="files-file">
      <p className="files-name">
        <b>{table.file}</b> {t('files.rows', counted(table.rows))}
        {table.isRemembered && ` ${t('files.remembered')}`}
      </p>
      <div className="files-what">
        <OneOf
          label={t('files.kind')}
          options={kinds.map((id) => ({ id, name: t(`files.kinds.${id}`) }))}
          value={kind}
          onChange={(id) => {
            setKind(kinds.find((each) => each === id) ?? kind);
            setMapping({});
          }}
        />
        {places !== null && place !== null && <PlaceChoice places={places} place={place} onChange={setPlace} />}
        {table.sheets.length > 1 && (
          <OneOf
            label={t('files.sheet')}
            options={table.sheets.map(({ name, isHidden }, index) => ({
              id: String(index),
              name: isHidden ? t('files.hiddenSheet', { name }) : name,
            }))}
            value={String(table.sheet)}
            onChange={(id) => {
              if (!isBusy) chooseSheet.mutate(Number(id));
            }}
          />
        )}
      </div>
      {table.remarks.length > 0 && (
        <ul className="files-remarks">
          {table.remarks.map(({ text }) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ul>
      )}
      {preview !== undefined && (
        <>
          <Columns
            header={table.header}
            fields={preview.fields}
            onChange={(field, column) => setMapping({ ...mapping, [field]: column })}
          />
          {preview.whyNot === null ? (
            <PreviewRows preview={preview} total={table.rows} />
          ) : (
            <Refusal>{say(preview.whyNot)}</Refusal>
          )}
        </>
      )}
      {isChecked && state.checked !== null && (
        <section className="files-report" aria-label={t('files.wouldChange')} ref={showOnArrival}>
          <h3>{t('files.wouldChange')}</h3>
          <Report report={state.checked.report} isOfPlace={places !== null} />
        </section>
      )}
      {trouble !== null && <Refusal>{textOf(trouble)}</Refusal>}
      <div className="files-do">
        {isChecked ? (
          <CommandButton
            command="files.take"
            className="btn go"
            onRun={() => {
              if (canGo && !take.isPending) take.mutate();
            }}
          >
            {t('files.take')}
          </CommandButton>
        ) : (
          <CommandButton
            command="files.check"
            className="btn go"
            onRun={() => {
              if (canGo && !check.isPending) check.mutate();
            }}
          >
            {t('files.check')}
          </CommandButton>
        )}
        <Button
          className="btn"
          data-pending={isBusy || undefined}
          onPress={() => {
            if (!isBusy) forget.mutate();
          }}
        >
          {t('files.forget')}
        </Button>
        {!isChecked && <span className="soft">{t('files.checkFirst')}</span>}
      </div>
    </div>
  );
}

/** Where such a file came from before; else a new place, with the name of the file until somebody gives it a better one. */
function firstPlace(places: FileState['places'], { siteId, file }: Props['table']): Place | null {
  if (places === null) return null;
  return places.find(({ id }) => id === siteId) ?? { id: null, name: file.replace(/\.[^.]*$/, '').slice(0, 60) };
}
