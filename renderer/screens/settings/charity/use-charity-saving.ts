/** Saves the charity's texts as a new version, and takes the last one back. */
import type { Charity } from '../../../../domain/charity/charity.ts';
import { useClient } from '../../../data/client-context.ts';
import { useVersionSaving, type Saving } from '../use-version-saving.ts';
import { forgetCharityDraft } from './draft.ts';

const TOPICS = ['charity', 'session', 'today', 'post'] as const;

export function useCharitySaving(version: number | null, content: Charity): Saving {
  const client = useClient();
  return useVersionSaving({
    version,
    topics: TOPICS,
    save: () => client.ask('charity.save', { content, version }),
    undo: (number) => client.ask('charity.undo', { version: number }),
    discard: forgetCharityDraft,
  });
}
