/** For all of today: letters and labels as PDF, and ticking off. */
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import {
  LABEL_FORMAT_IDS,
  labelFormatName,
  labelsPerSheet,
  type LabelFormatId,
} from '../../../domain/paper/label-sheets.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import type { PostActions } from './use-post.ts';
import { Refusal } from '../../parts/refusal.tsx';

interface PrintAllProps {
  readonly list: OutputOf<'post.list'>;
  readonly actions: PostActions;
  readonly onSend: (donorIds: readonly number[]) => void;
}

export function PrintAll({ list: { due }, actions, onSend }: PrintAllProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const [format, setFormat] = useState<LabelFormatId>('3x8');
  const [usedText, setUsedText] = useState('0');
  const used = /^\d{1,2}$/.test(usedText.trim()) ? Number(usedText) : Number.NaN;
  const isWrong = !(used < labelsPerSheet(format));
  const all = due.map(({ donorId }) => donorId);
  const letters = due.filter(({ kind }) => kind === 'letter').map(({ donorId }) => donorId);
  const cards = due.filter(({ kind }) => kind === 'card').map(({ donorId }) => donorId);
  return (
    <>
      <h2 className="t">{t('post.all')}</h2>
      <div className="post-group">
        <CommandButton
          command="post.printLetters"
          onRun={() => actions.printLetters(letters)}
          isPending={actions.isPrinting}
        >
          {t('post.printLetters', { count: letters.length })}
        </CommandButton>
      </div>
      <div className="post-group">
        <RadioGroup
          className="post-formats"
          value={format}
          onChange={(id) => setFormat(LABEL_FORMAT_IDS.find((each) => each === id) ?? format)}
        >
          <Label>{t('post.labels')}</Label>
          {LABEL_FORMAT_IDS.map((id) => (
            <Radio key={id} value={id} className="post-format">
              {say(labelFormatName(id))}
            </Radio>
          ))}
        </RadioGroup>
        <TextField
          className="field post-used"
          value={usedText}
          isInvalid={isWrong}
          validationBehavior="aria"
          onChange={setUsedText}
        >
          <Label>{t('post.used')}</Label>
          <Input className="box" inputMode="numeric" autoComplete="off" />
        </TextField>
        {isWrong && <Refusal>{t('post.usedWrong', { most: labelsPerSheet(format) - 1 })}</Refusal>}
        <CommandButton
          command="post.printLabels"
          onRun={() => {
            if (!isWrong) actions.printLabels(all, format, used);
          }}
          isPending={actions.isPrinting}
        >
          {t('post.printLabels', { count: all.length })}
        </CommandButton>
      </div>
      {actions.saved !== null && (
        <output className="st ok">
          <Icon name="tick" />
          {t('post.saved', { count: actions.saved.pages, name: actions.saved.fileName })}
        </output>
      )}
      <div className="post-group">
        <CommandButton command="post.sendLetters" onRun={() => onSend(letters)} isPending={actions.isSending}>
          {t('post.sendLetters', { count: letters.length })}
        </CommandButton>
        <CommandButton command="post.sendCards" onRun={() => onSend(cards)} isPending={actions.isSending}>
          {t('post.sendCards', { count: cards.length })}
        </CommandButton>
        <p className="meta">{t('post.sendHow')}</p>
      </div>
    </>
  );
}
