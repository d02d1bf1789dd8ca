/** What a change would do to today's list, asked when somebody has stopped typing for a moment. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import { useClient } from '../../data/client-context.ts';
import { questionOf } from '../../data/use-answer.ts';

const STOPPED_MILLISECONDS = 200;

type Change = InputOf<'settings.previewProgrammes'>['change'];

export interface PreviewAnswer {
  readonly answer: OutputOf<'settings.previewProgrammes'> | undefined;
  readonly error: Error | null;
  /** The answer is about what stands on the screen, and not about what stood there a moment ago. */
  readonly isCurrent: boolean;
}

export function usePreview(change: Change): PreviewAnswer {
  const client = useClient();
  const wanted = JSON.stringify(change);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), STOPPED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, error, isPlaceholderData } = useQuery({
    ...questionOf(client, 'settings.previewProgrammes', { change: JSON.parse(asked) as Change }),
    enabled: asked !== '{}',
    placeholderData: keepPreviousData,
  });
  return { answer: data, error, isCurrent: asked === wanted && !isPlaceholderData };
}
