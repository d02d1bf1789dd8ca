/** One card or letter: how it looks, or what to write on it; and its two buttons. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import type { Sentence } from '../../../domain/language.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { Envelope } from '../../parts/envelope.tsx';
import { PaperView } from '../../parts/paper/paper-view.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import type { PostActions } from './use-post.ts';
import { Refusal } from '../../parts/refusal.tsx';

type Item = OutputOf<'post.list'>['due'][number];

interface PieceProps {
  readonly item: Item;
  /** Why no letter can be printed. */
  readonly trouble: Sentence | null;
  readonly actions: PostActions;
  readonly onSend: (donorIds: readonly number[]) => void;
}

export function Piece({ item, trouble, actions, onSend }: PieceProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { donorId, kind, name } = item;
  return (
    <>
      <div className="post-head">
        <h2 className="name">{say(name)}</h2>
        <div className="post-buttons">
          <CommandButton className="btn go" command="post.send" onRun={() => onSend([donorId])}>
            {t('post.send')}
          </CommandButton>
          {kind === 'letter' && (
            <CommandButton command="post.printOne" onRun={() => actions.printLetters([donorId])}>
              {t('post.printOne')}
            </CommandButton>
          )}
        </div>
      </div>
      {kind === 'card' ? <Card item={item} /> : <LetterView item={item} trouble={trouble} />}
    </>
  );
}

function Card({ item: { cardTexts, envelope, language } }: { readonly item: Item }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="soft">{t('post.cardHow')}</p>
      <Envelope className="post-envelope" label={t('post.envelope')} lines={envelope} />
      <h3>{t('post.suggestions')}</h3>
      <ol className="post-texts" lang={language}>
        {cardTexts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </>
  );
}

function LetterView({ item, trouble }: Pick<PieceProps, 'item' | 'trouble'>) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const { data, error } = useAnswer('paper.letter', { donorId: item.donorId });
  if (trouble !== null || error !== null) {
    return <Refusal>{trouble === null ? textOf(error as Error) : say(trouble)}</Refusal>;
  }
  if (data === undefined) return <Bones className="found-bones" />;
  return (
    <div className="post-pages">
      {data.pages.map((page, index) => (
        <PaperView
          // Pages of a letter have nothing but their number.
          key={`page ${String(index)}`}
          page={page}
          label={t('post.letterLabel', { name: say(item.name), page: index + 1, pages: data.pages.length })}
        />
      ))}
    </div>
  );
}
