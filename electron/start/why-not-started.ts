/** What a user can meet while Dankbel starts, as one sentence; anything else is a bug and is thrown. */
import { DatabaseFailure } from '../../db/database-failure.ts';
import { WrongRequest } from '../cli/options.ts';
import { inOwnLanguage } from '../cli/output.ts';
import { PolicyFailure } from '../launch/policy-file.ts';

/** Null when it is no fault of the user, the disk or the policy. */
export function whyNotStarted(error: unknown): string | null {
  if (error instanceof WrongRequest) return error.message;
  if (error instanceof DatabaseFailure || error instanceof PolicyFailure) return inOwnLanguage(error.sentence);
  return null;
}
