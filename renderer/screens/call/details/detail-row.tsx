/** One detail of the donor: what is known, and whether the donor said that it is right. */
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../contract/procedures/call.ts';
import { KeycapOf } from '../../../commands/keycap.tsx';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon, type IconName } from '../../../parts/icon.tsx';
import { useCall } from '../call-context.ts';
import { justClosed } from '../call-mode.ts';
import { lastUndoable } from '../last-undoable.ts';
import { newWords } from '../../../parts/detail/changed-words.ts';
import { MarkedLine } from '../../../parts/detail/marked-line.tsx';

export type Detail = CallView['details'][number];
type ShownState = Detail['state'] | 'doubt';

const LOOKS: Readonly<Record<ShownState, { readonly icon: IconName; readonly tone: string }>> = {
  confirmed: { icon: 'tick', tone: 'ok' },
  corrected: { icon: 'pencil', tone: 'cor' },
  'not-asked': { icon: 'ring', tone: 'open' },
  doubt: { icon: 'triangle', tone: 'att' },
};

interface DetailRowProps {
  readonly detail: Detail;
  /** Somebody walks through the details with Enter. */
  readonly onConfirmed: (key: string) => void;
}

export function DetailRow({ detail, onConfirmed }: DetailRowProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { mode, setMode } = useCall();
  const value = useRef<HTMLButtonElement>(null);
  const closed = justClosed(mode);
  const wasEdited = closed?.kind === 'editor' && closed.detailKey === detail.key;
  useEffect(() => {
    if (wasEdited) value.current?.focus({ preventScroll: true });
  }, [wasEdited]);

  const label = say(detail.label);
  const shown: ShownState = detail.state === 'not-asked' && detail.doubt !== null ? 'doubt' : detail.state;
  return (
    <Group className={`row ${LOOKS[shown].tone}`} aria-label={label} data-detail={detail.key}>
      <span className="k">
        <span aria-hidden="true">{label}</span>
        {detail.state === 'confirmed' && detail.checkedBy !== null && <HowConfirmed detail={detail} />}
      </span>
      <Chip detail={detail} shown={shown} onConfirmed={onConfirmed} />
      {detail.state === 'corrected' && detail.oldText !== null && detail.oldText !== '' && (
        <del className="old">
          <bdi>{detail.oldText}</bdi>
        </del>
      )}
      <Button
        ref={value}
        className="v"
        aria-label={`${t('call.details.change', { label })}: ${detail.text === '' ? t('call.details.unknown') : detail.text}`}
        onPress={() => setMode({ kind: 'editor', detailKey: detail.key })}
      >
        <Value detail={detail} />
        <Icon name="pencil" />
      </Button>
      {shown === 'doubt' && detail.doubt !== null && <p className="doubt">{say(detail.doubt)}</p>}
      {detail.state === 'corrected' && <HowChecked detail={detail} />}
    </Group>
  );
}

function Value({ detail }: { readonly detail: Detail }) {
  const { t } = useTranslation();
  if (detail.text === '') return <span className="unknown">{t('call.details.unknown')}</span>;
  return detail.state === 'corrected' && detail.oldText !== null ? (
    <MarkedLine line={detail.text} fresh={newWords(detail.oldText, detail.text)} />
  ) : (
    <bdi>{detail.text}</bdi>
  );
}

/** The state in words; pressing it says that the detail is right, or takes that back. */
function Chip({ detail, shown, onConfirmed }: DetailRowProps & { readonly shown: ShownState }) {
  const { t } = useTranslation();
  const { changes } = useCall();
  const { icon, tone } = LOOKS[shown];
  const content = (
    <>
      <Icon name={icon} />
      {t(`call.details.states.${shown}`)}
    </>
  );
  // What was corrected was said by the donor: there is nothing left to confirm. What is empty neither.
  if (detail.state === 'corrected' || (detail.text === '' && detail.state !== 'confirmed')) {
    return <span className={`st ${tone}`}>{content}</span>;
  }
  const isConfirmed = detail.state === 'confirmed';
  return (
    <Button
      className={`chip st ${tone}`}
      onPress={({ pointerType, shiftKey }) => {
        // Shift says that it was spelled; read back is the usual way.
        changes.confirm(detail.key, !isConfirmed, shiftKey ? 'spelled' : 'read-back');
        if (!isConfirmed && pointerType === 'keyboard') onConfirmed(detail.key);
      }}
    >
      <span className="chip-face">{content}</span>
      <span className="hush">, {t(isConfirmed ? 'call.details.setNotAsked' : 'call.details.setConfirmed')}</span>
    </Button>
  );
}

/** How it was checked; pressing it says the other way. */
function HowConfirmed({ detail }: { readonly detail: Detail }) {
  const { t } = useTranslation();
  const { changes } = useCall();
  const other = detail.checkedBy === 'spelled' ? 'read-back' : 'spelled';
  return (
    <Button className="link how-confirmed" onPress={() => changes.confirm(detail.key, true, other)}>
      {detail.checkedBy !== null && t(`call.details.checkedBy.${detail.checkedBy}`)}
      <span className="hush">, {t('call.details.setMethod', { method: t(`call.details.checkedBy.${other}`) })}</span>
    </Button>
  );
}

function HowChecked({ detail }: { readonly detail: Detail }) {
  const { t } = useTranslation();
  const { view, memory, changes } = useCall();
  const last = lastUndoable(view, memory);
  const isLast = last?.kind === 'correction' && last.key === detail.key;
  return (
    <p className="how">
      {detail.checkedBy !== null && t(`call.details.checkedBy.${detail.checkedBy}`)}
      <Button className="link" onPress={() => changes.undoCorrection(detail.key)}>
        {t('call.details.back')}
        {isLast && <KeycapOf command="call.undo" />}
      </Button>
    </p>
  );
}
