/** Whether an error says that nobody is signed in. */
import { FailureError } from '../../contract/client.ts';

export function isLocked(error: Error | null): boolean {
  return error instanceof FailureError && error.failure.code === 'locked';
}
