/** A file on its way in: chosen, looked at, tried out, taken. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { ChooseFile } from './choose-file.tsx';
import { OneFile } from './one-file.tsx';
import { Recognised } from './recognised.tsx';
import { Report } from './report.tsx';
import { useFileUpload } from './use-file-upload.ts';
import { useCounted } from './use-counted.ts';

export type FileState = OutputOf<'files.state'>;

export function BringIn() {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const { data: state, error } = useAnswer('files.state', {});
  const sending = useFileUpload();
  if (state === undefined) {
    return error === null ? <Bones className="found-bones" /> : <p role="alert">{textOf(error)}</p>;
  }
  const isOfPlace = state.places !== null;
  const trouble = sending.isTooLarge
    ? t('files.tooLarge')
    : state.refusal !== null
      ? say(state.refusal)
      : sending.error === null
        ? null
        : textOf(sending.error);
  const isBusy = sending.sent !== null || state.doing !== null;
  return (
    <>
      {state.table === null && (
        <>
          {state.taken === null && <p className="files-intro">{t(isOfPlace ? 'files.introBeside' : 'files.intro')}</p>}
          {state.taken !== null && (
            <div className="files-taken">
              <h3>{t('files.taken')}</h3>
              <Report report={state.taken} isOfPlace={isOfPlace} isTaken />
              {state.takenImport?.recognised != null && <Recognised {...state.takenImport.recognised} />}
              <p className="files-next">
                {isOfPlace && <Link to="/matching">{t('files.toMatching')}</Link>}
                <Link to="/files/earlier">{t('files.toEarlier')}</Link>
              </p>
            </div>
          )}
          <ChooseFile isBusy={isBusy} onFile={sending.send} isAgain={state.taken !== null} />
        </>
      )}
      <output className="files-doing">
        <Doing state={state} sent={sending.sent} />
      </output>
      {trouble !== null && <Refusal>{trouble}</Refusal>}
      {state.table !== null && (
        <OneFile key={`${state.table.file} ${state.table.sheet}`} state={state} table={state.table} isBusy={isBusy} />
      )}
    </>
  );
}

function Doing({ state, sent }: { readonly state: FileState; readonly sent: number | null }) {
  const { t } = useTranslation();
  const counted = useCounted();
  if (sent !== null) return <>{t('files.sending', { percent: sent })}</>;
  if (state.doing === null) return null;
  const { what, rows } = state.doing;
  return <>{rows === 0 ? t(`files.doing.${what}`) : t(`files.going.${what}`, counted(rows))}</>;
}
