/** One detail: as it is, and beside it what it probably should be, with the reason. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { VerifyDonor } from '../../../contract/procedures/verify.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { newWords } from '../../parts/detail/changed-words.ts';
import { fieldsOf, type FieldTexts } from '../../parts/detail/correction-fields.ts';
import { DetailForm } from '../../parts/detail/detail-form.tsx';
import { MarkedLine } from '../../parts/detail/marked-line.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { VerifyChanges } from './use-verify.ts';

type Detail = VerifyDonor['details'][number];

interface OneDetailProps {
  readonly donorId: number;
  readonly detail: Detail;
  readonly isChosen: boolean;
  readonly isTyping: boolean;
  readonly changes: VerifyChanges;
  readonly onChoose: () => void;
  readonly onTyping: (isTyping: boolean) => void;
  readonly onDecided: () => void;
}

export function OneDetail(props: OneDetailProps) {
  const { detail, isChosen, isTyping, onChoose } = props;
  const { t } = useTranslation();
  const say = useSentence();
  const { key, label, lines, suggestion, state, doubt, was } = detail;
  return (
    <li className={`verify-detail ${state}`} aria-current={isChosen ? 'true' : undefined} data-detail={key}>
      <Button className="verify-label" onPress={onChoose}>
        {say(label)}
      </Button>
      <div className="verify-now">
        {was !== null && (
          <del>
            <bdi>{was}</bdi>
          </del>
        )}
        <Lines lines={lines} fresh={null} />
        {doubt !== null && <p className="verify-why">{say(doubt)}</p>}
      </div>
      <div className="verify-better">
        {suggestion === null ? (
          <State state={state} />
        ) : (
          <>
            <p className="lbl">{t('verify.suggestion')}</p>
            <Lines lines={suggestion.lines} fresh={newWords(lines.join(' '), suggestion.lines.join(' '))} />
            <p className="verify-why">{say(suggestion.why)}</p>
          </>
        )}
      </div>
      {isChosen && (isTyping ? <Typed {...props} /> : <Choices {...props} />)}
    </li>
  );
}

function Lines({ lines, fresh }: { readonly lines: readonly string[]; readonly fresh: ReadonlySet<string> | null }) {
  const { t } = useTranslation();
  if (lines.length === 0) return <p className="verify-value none">{t('call.details.unknown')}</p>;
  return (
    <p className="verify-value">
      {lines.map((line) => (
        <span key={line}>{fresh === null ? <bdi>{line}</bdi> : <MarkedLine line={line} fresh={fresh} />}</span>
      ))}
    </p>
  );
}

const LOOKS = {
  open: { icon: 'ring', tone: 'open' },
  right: { icon: 'tick', tone: 'ok' },
  corrected: { icon: 'pencil', tone: 'cor' },
} as const;

function State({ state }: Pick<Detail, 'state'>) {
  const { t } = useTranslation();
  return (
    <p className={`st ${LOOKS[state].tone}`}>
      <Icon name={LOOKS[state].icon} />
      {t(`verify.states.${state}`)}
    </p>
  );
}

function Choices({ donorId, detail, changes, onTyping, onDecided }: OneDetailProps) {
  const { t } = useTranslation();
  const { key, suggestion, state } = detail;
  const isPending = changes.isRunning;
  return (
    <div className="verify-choices">
      {state === 'open' && (
        <CommandButton
          keycap="before"
          command="verify.right"
          isPending={isPending}
          onRun={() => {
            changes.run({ name: 'verify.setRight', input: { donorId, key, isRight: true } });
            onDecided();
          }}
        >
          {t('verify.right')}
        </CommandButton>
      )}
      {suggestion !== null && (
        <CommandButton
          keycap="before"
          command="verify.accept"
          isPending={isPending}
          onRun={() => {
            const input = { donorId, key, correction: suggestion.input, checkedBy: 'looked-up' } as const;
            changes.run({ name: 'verify.correct', input });
            onDecided();
          }}
        >
          {t('verify.accept')}
        </CommandButton>
      )}
      <CommandButton
        keycap="before"
        command="verify.type"
        onRun={() => {
          changes.clear();
          onTyping(true);
        }}
      >
        {t('verify.type')}
      </CommandButton>
      {state !== 'open' && (
        <CommandButton
          keycap="before"
          command="verify.undo"
          isPending={isPending}
          onRun={() =>
            changes.run(
              state === 'right'
                ? { name: 'verify.setRight', input: { donorId, key, isRight: false } }
                : { name: 'verify.undoCorrection', input: { donorId, key } },
            )
          }
        >
          {t('verify.undo')}
        </CommandButton>
      )}
    </div>
  );
}

function Typed({ donorId, detail, changes, onTyping }: OneDetailProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const [texts, setTexts] = useState<FieldTexts>(() => fieldsOf(detail.input));
  return (
    <div className="verify-typed">
      <DetailForm
        label={say(detail.label)}
        field={detail.field}
        texts={texts}
        onTexts={setTexts}
        checkedBy="looked-up"
        onSave={(correction, checkedBy) =>
          changes.send({ name: 'verify.correct', input: { donorId, key: detail.key, correction, checkedBy } })
        }
        onSaved={() => onTyping(false)}
        onClose={() => onTyping(false)}
        saveLabel={t('verify.save')}
      />
    </div>
  );
}
