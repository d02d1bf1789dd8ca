/** The letter that is being written, as it would come out of the printer, to an invented donor. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Charity } from '../../../../domain/charity/charity.ts';
import type { Language } from '../../../../domain/language.ts';
import { useClient } from '../../../data/client-context.ts';
import { questionOf } from '../../../data/use-answer.ts';
import { PaperView } from '../../../parts/paper/paper-view.tsx';

const STOPPED_MILLISECONDS = 500;

export function LetterPreview({ content, language }: { readonly content: Charity; readonly language: Language }) {
  const { t } = useTranslation();
  const client = useClient();
  const [asked, setAsked] = useState(content);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(content), STOPPED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [content]);
  const { data } = useQuery({
    ...questionOf(client, 'paper.draft', { content: asked, language }),
    // What was typed is asked about once, and is not kept.
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="charity-preview">
      <h3>{t('charity.preview')}</h3>
      {data?.pages.map((page, index) => (
        <PaperView
          // Pages of a letter have nothing but their number.
          key={`page ${String(index)}`}
          page={page}
          label={t('charity.previewPage', { page: index + 1 })}
        />
      ))}
    </div>
  );
}
