/**
 * Whether what an update server says may be downloaded. electron-updater checks the checksum of what it downloads, and
 * on Windows and macOS its signature; here is looked at what is promised, before anything is fetched.
 */
import { z } from 'zod';
import { isBeta, isLater, isVersion } from '../../domain/news/version.ts';
import type { Channel } from './messages.ts';

/** Four times what a package of ours is. */
export const LARGEST_PACKAGE_BYTES = 600 * 1024 * 1024;
export const LARGEST_FEED_BYTES = 256 * 1024;

const MOST_FILES = 20;
const SHA512_BYTES = 64;

const promiseSchema = z.object({
  version: z.string(),
  files: z
    .array(
      z.object({
        url: z.string().max(500),
        sha512: z.string(),
        size: z.int().positive().max(LARGEST_PACKAGE_BYTES).optional(),
      }),
    )
    .min(1)
    .max(MOST_FILES),
});

/** `older` is no mistake: a feed that was put back, and everybody stays where they are. */
export type Verdict = 'good' | 'older' | 'wrong';

export function judge(
  promise: unknown,
  { current, channel }: { readonly current: string; readonly channel: Channel },
): Verdict {
  const parsed = promiseSchema.safeParse(promise);
  if (!parsed.success) return 'wrong';
  const { version, files } = parsed.data;
  if (!isVersion(version)) return 'wrong';
  if (!isLater(version, current)) return 'older';
  // Whoever asked for what is finished gets nothing else.
  if (channel === 'stable' && isBeta(version)) return 'wrong';
  return files.every(({ url, sha512 }) => isOwnFile(url) && isSha512(sha512)) ? 'good' : 'wrong';
}

/** A name beside the feed, and no address of another place. */
function isOwnFile(url: string): boolean {
  return /^[\w.%+ -]+$/.test(url) && !url.startsWith('.');
}

function isSha512(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === SHA512_BYTES && bytes.toString('base64') === text;
}
