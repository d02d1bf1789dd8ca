/**
 * Sends what was written down of crashes, when the administrator named an address and a coordinator said yes: each
 * report once, oldest first, and nothing beside it.
 */
import { z } from 'zod';
import { readSetting, writeSetting, type Setting } from '../../../db/queries/settings.ts';
import { readCrashReports } from '../../launch/crash-report.ts';
import type { BackendContext } from '../context.ts';

export const CRASHES: Setting<{ readonly isSending: boolean; readonly sentUntil: string }> = {
  key: 'crashes',
  schema: z.object({ isSending: z.boolean(), sentUntil: z.string() }),
};
export const NO_CRASHES = { isSending: false, sentUntil: '' } as const;

const TIME_LIMIT_MILLISECONDS = 10_000;

export type CrashContext = Pick<BackendContext, 'store' | 'policy' | 'paths' | 'isSafe'>;

/** Stops at the first that does not arrive: the next start tries again. @returns how many were sent */
export async function sendCrashes(context: CrashContext, post: typeof fetch = fetch): Promise<number> {
  const { store, policy, paths, isSafe } = context;
  const address = policy.crashReports;
  const { isSending, sentUntil } = (await readSetting(store.reader, CRASHES)) ?? NO_CRASHES;
  if (address === undefined || !isSending || isSafe) return 0;
  const waiting = readCrashReports(paths.folder)
    .map(({ report }) => report)
    .filter(({ at }) => at > sentUntil)
    .toReversed();
  let sent = 0;
  for (const report of waiting) {
    if (!(await arrives(post, address, JSON.stringify(report)))) return sent;
    sent += 1;
    await store.write(async (writer) => {
      const now = (await readSetting(writer.transaction, CRASHES)) ?? NO_CRASHES;
      await writeSetting(writer, CRASHES, { ...now, sentUntil: report.at });
    });
  }
  return sent;
}

async function arrives(post: typeof fetch, address: string, body: string): Promise<boolean> {
  try {
    const response = await post(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      // What was agreed to is this address, and no other that it points to.
      redirect: 'error',
      signal: AbortSignal.timeout(TIME_LIMIT_MILLISECONDS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
