/** What was brought in before, and taking it back. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useClient } from '../../data/client-context.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { Places } from './places.tsx';
import { SureOrNot } from './sure-or-not.tsx';
import { useCounted } from './use-counted.ts';

type Run = OutputOf<'files.imports'>['imports'][number];

export function Earlier() {
  const { t } = useTranslation();
  const say = useSentence();
  const { data } = useAnswer('files.imports', {});
  const { data: state } = useAnswer('files.state', {});
  const [asked, setAsked] = useState<number | null>(null);
  if (data === undefined) return <Bones className="found-bones" />;
  const isBusy = (state?.doing ?? null) !== null;
  return (
    <>
      <p className="files-intro">
        {data.imports.length === 0
          ? t('files.noneYet')
          : t((state?.places ?? null) === null ? 'files.earlierIntro' : 'files.earlierBeside')}
      </p>
      {(state?.doing?.what === 'undoing' || state?.doing?.what === 'removing') && (
        <output className="files-doing">{t(`files.doing.${state.doing.what}`)}</output>
      )}
      {state?.refusal !== undefined && state.refusal !== null && <Refusal>{say(state.refusal)}</Refusal>}
      <ul className="files-runs" aria-label={t('files.headings.earlier')}>
        {data.imports.map((run) => (
          <li key={run.id}>
            <OneRun run={run} isBusy={isBusy} onUndo={() => setAsked(run.id === asked ? null : run.id)} />
            {asked === run.id && run.canBeUndone && <UndoRun run={run} onDone={() => setAsked(null)} />}
          </li>
        ))}
      </ul>
      {(state?.places ?? null) !== null && <Places isBusy={isBusy} />}
    </>
  );
}

interface OneRunProps {
  readonly run: Run;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
}

const LOOKS = {
  done: ['st ok', 'tick'],
  taking: ['st open', 'ring'],
  undoing: ['st open', 'ring'],
  undone: ['st open', 'arrows'],
  'partly-undone': ['st cor', 'arrows'],
  'broken-off': ['st cor', 'triangle'],
} as const;

function OneRun({ run, isBusy, onUndo }: OneRunProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const language = useLanguage();
  const at = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  });
  const counts = run.kind === 'gifts' ? run.counts.gifts : run.counts.donors;
  const [look, icon] = LOOKS[run.state];
  return (
    <div className="files-run">
      <div>
        <b>{run.place === null ? run.file : t('files.placeAndFile', { place: run.place, file: run.file })}</b>
        <span className="soft">{t('files.runBy', { at: at.format(new Date(run.at)), name: run.by })}</span>
        <span>
          {t(`files.kinds.${run.kind}`)}
          {': '}
          {t('files.runCounts', {
            new: counted(counts.new).number,
            changed: counted(counts.changed).number,
            unchanged: counted(counts.unchanged).number,
            refused: counted(counts.refused).number,
          })}
        </span>
      </div>
      <span className={look}>
        <Icon name={icon} />
        {t(`files.states.${run.state}`, counted(run.stayed))}
      </span>
      {run.canBeUndone && (
        <Button
          className="btn"
          data-pending={isBusy || undefined}
          onPress={() => {
            if (!isBusy) onUndo();
          }}
        >
          {t('files.undo')}
        </Button>
      )}
    </div>
  );
}

function UndoRun({ run, onDone }: { readonly run: Run; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const say = useSentence();
  const counted = useCounted();
  const client = useClient();
  const { data: preview } = useAnswer('files.undoPreview', { id: run.id });
  const undo = useMutation({ mutationFn: () => client.ask('files.undo', { id: run.id }), onSuccess: onDone });
  if (preview === undefined) return <Bones className="found-bones" />;
  if (preview.whyNot !== null) return <Refusal>{say(preview.whyNot)}</Refusal>;
  return (
    <SureOrNot name={t('files.undoOf', { file: run.file })} sure={t('files.undoSure')} doing={undo} onNot={onDone}>
      <p>{t(run.place === null ? 'files.back' : 'files.backOfPlace', counted(preview.back))}</p>
      {preview.workedOn > 0 && <p>{t('files.workedOn', counted(preview.workedOn))}</p>}
      {preview.inCrm > 0 && <p>{t('files.inCrm', counted(preview.inCrm))}</p>}
      {preview.objections > 0 && <p>{t('files.objectionsStay', counted(preview.objections))}</p>}
      {preview.inLater > 0 && <p>{t('files.inLater', counted(preview.inLater))}</p>}
    </SureOrNot>
  );
}
