/** Before saving: how long each list is before and after, who comes and who goes, and why. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import type { PreviewAnswer } from './use-preview.ts';
import type { Saving } from './use-version-saving.ts';

type Possible = Extract<OutputOf<'settings.previewProgrammes'>, { isPossible: true }>;
type Line = Possible['comes'][number];

/** More names than this say nothing more. */
const MOST_SHOWN = 40;

export function Preview({ preview, saving }: { readonly preview: PreviewAnswer; readonly saving: Saving }) {
  const { t } = useTranslation();
  const { answer, error, isCurrent } = preview;
  return (
    <>
      <h2 className="t">{t('settings.preview.title')}</h2>
      {error !== null && <TroubleBar error={error} onClose={saving.clear} />}
      {saving.error !== null && <TroubleBar error={saving.error} onClose={saving.clear} />}
      <div className="settings-answer" aria-live="polite" aria-busy={!isCurrent}>
        {answer === undefined ? (
          error === null && <Bones className="found-bones" />
        ) : answer.isPossible ? (
          <Effect answer={answer} />
        ) : (
          <Refused refusals={answer.refusals} />
        )}
      </div>
      <div className="settings-do">
        <CommandButton
          className="btn go"
          command="settings.save"
          onRun={() => {
            if (isCurrent && answer?.isPossible === true) saving.save();
          }}
          isPending={saving.isSaving}
        >
          {t('settings.save')}
        </CommandButton>
        <CommandButton command="settings.discard" onRun={saving.discard}>
          {t('settings.discard')}
        </CommandButton>
      </div>
    </>
  );
}

function Refused({ refusals }: { readonly refusals: readonly { readonly sentence: Line['why'] }[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <>
      <p>{t('settings.preview.impossible')}</p>
      <ul className="settings-changes">
        {refusals.map(({ sentence }) => (
          <li key={sentence.en}>
            <Icon name="triangle" />
            {say(sentence)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Effect({ answer }: { readonly answer: Possible }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { changes, lanes, comes, goes, notHere } = answer;
  return (
    <>
      <ul className="settings-changes">
        {changes.map((change) => (
          <li key={change.en}>
            <Icon name="pencil" />
            {say(change)}
          </li>
        ))}
      </ul>
      <table className="settings-lanes">
        <thead>
          <tr>
            <th scope="col">{t('settings.preview.today')}</th>
            <th scope="col">{t('settings.preview.before')}</th>
            <th scope="col">{t('settings.preview.after')}</th>
          </tr>
        </thead>
        <tbody>
          {lanes.map(({ lane, before, after }) => (
            <tr key={lane}>
              <th scope="row">{t(`bar.lanes.${lane}`)}</th>
              <td>{before}</td>
              <td>{before === after ? after : <ins>{after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {comes.length + goes.length === 0 && <p>{t('settings.preview.same')}</p>}
      <Names title={t('settings.preview.comes', { count: comes.length })} lines={comes} />
      <Names title={t('settings.preview.goes', { count: goes.length })} lines={goes} />
      {notHere > 0 && <p className="meta">{t('settings.preview.notHere', { count: notHere })}</p>}
    </>
  );
}

function Names({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  if (lines.length === 0) return null;
  const rest = lines.length - MOST_SHOWN;
  return (
    <>
      <h3>{title}</h3>
      <ul className="settings-names">
        {lines.slice(0, MOST_SHOWN).map(({ donorId, lane, name, why }) => (
          <li key={`${donorId} ${lane}`}>
            <b>
              <bdi>{name}</bdi>
            </b>
            <span className="meta">{t(`bar.lanes.${lane}`)}</span>
            <p className="soft">{say(why)}</p>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="meta">{t('settings.preview.more', { count: rest })}</p>}
    </>
  );
}
