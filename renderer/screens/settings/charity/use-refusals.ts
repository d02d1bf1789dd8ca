/** What cannot be kept of what stands on the screen, asked when somebody has stopped typing for a moment. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Charity } from '../../../../domain/charity/charity.ts';
import type { OutputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { questionOf } from '../../../data/use-answer.ts';

const STOPPED_MILLISECONDS = 300;

export type Refusals = OutputOf<'charity.check'>['refusals'];

export function useRefusals(draft: Charity | null): Refusals {
  const client = useClient();
  const [asked, setAsked] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draft), STOPPED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [draft]);
  const { data } = useQuery({
    ...questionOf(client, 'charity.check', { content: asked ?? EMPTY }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  return draft === null ? [] : (data?.refusals ?? []);
}

/** Never asked: the question waits for a draft. */
const EMPTY = {} as Charity;
