/** For Vitest and Playwright: the temporary folder of the run, made before the first test and gone after the last one. */
import { ownTemporaryFolder } from './own-temporary-folder.ts';

export default function ownFolder(): () => void {
  return ownTemporaryFolder();
}
