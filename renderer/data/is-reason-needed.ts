/** The donor is on none of the lists of whoever asks: somebody has to say first why she is looked at. */
import { FailureError } from '../../contract/client.ts';

export function isReasonNeeded(error: Error | null): boolean {
  return error instanceof FailureError && error.failure.code === 'needs-reason';
}
