/** Saves what is set for the conversation, and takes the last change back. */
import type { Talk } from '../../../../domain/talk/talk.ts';
import { useClient } from '../../../data/client-context.ts';
import { useVersionSaving, type Saving } from '../use-version-saving.ts';
import { forgetTalkDraft } from './draft.ts';

const TOPICS = ['talk', 'call', 'today'] as const;

export function useTalkSaving(version: number | null, content: Talk): Saving {
  const client = useClient();
  return useVersionSaving({
    version,
    topics: TOPICS,
    save: () => client.ask('talk.save', { content, version }),
    undo: (number) => client.ask('talk.undo', { version: number }),
    discard: forgetTalkDraft,
  });
}
