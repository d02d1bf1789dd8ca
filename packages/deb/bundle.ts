/** What is put into the package is built from the source beforehand, each time. */
import { build } from '../../electron/start/build.ts';

/** @throws BuildFailure with what the build said */
export async function bundle(root: string): Promise<void> {
  await Promise.all([build(root), build(root, 'vite.loopback.config.ts')]);
}
