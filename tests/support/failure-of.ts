/** What a question was refused with. */
import { FailureError } from '../../contract/client.ts';

/** @throws when it was answered, or when something else went wrong */
export async function failureOf(asking: Promise<unknown>): Promise<FailureError['failure']> {
  try {
    await asking;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('nothing was refused');
}
