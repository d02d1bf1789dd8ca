/** Saves a change of the programmes as a new version, and takes the last one back. */
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import { useClient } from '../../data/client-context.ts';
import { forgetDrafts } from './drafts.ts';
import { useVersionSaving, type Saving } from './use-version-saving.ts';

const TOPICS = ['settings', 'today', 'session', 'list', 'forecast'] as const;

export function useSaving(
  { version }: Pick<OutputOf<'settings.programmes'>, 'version'>,
  change: InputOf<'settings.saveProgrammes'>['change'],
): Saving {
  const client = useClient();
  return useVersionSaving({
    version,
    topics: TOPICS,
    save: () => client.ask('settings.saveProgrammes', { change, version }),
    undo: (number) => client.ask('settings.undoProgrammes', { version: number }),
    discard: forgetDrafts,
  });
}
