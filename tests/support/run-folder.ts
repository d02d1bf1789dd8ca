/** For Vitest and Playwright: the temporary folder of the run, made before the first test and gone after the last one. */
import { fileURLToPath } from 'node:url';
import { ownTemporaryFolder } from './own-temporary-folder.ts';

export default function ownFolder(): () => void {
  // What the programs of tests are compiled to is kept beside the libraries, as `npm test` and `electron/run.js` do.
  process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));
  return ownTemporaryFolder();
}
