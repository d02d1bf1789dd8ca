/** What a command met, as one sentence on standard error. Loaded when something went wrong: it knows every kind of failure. */
import { FailureError } from '../../contract/client.ts';
import { DatabaseFailure } from '../../db/database-failure.ts';
import { CrmFailure } from '../../sync/crm-failure.ts';
import { ConnectRefusal } from '../backend/connect.ts';
import { PolicyFailure } from '../launch/policy-file.ts';
import { inOwnLanguage, printProblem, type ExitCode } from './output.ts';

/** @throws what no user can meet: a bug */
export function explainProblem(error: unknown): ExitCode {
  if (error instanceof CrmFailure) {
    printProblem(`${inOwnLanguage(error.sentence)}${error.crmWords === null ? '' : ` (${error.crmWords})`}`);
    return error.kind === 'unreachable' || error.kind === 'busy' ? 3 : 1;
  }
  if (error instanceof DatabaseFailure || error instanceof ConnectRefusal || error instanceof PolicyFailure) {
    printProblem(inOwnLanguage(error.sentence));
    return 1;
  }
  if (error instanceof FailureError) {
    printProblem(inOwnLanguage(error.failure.sentence));
    return 1;
  }
  throw error;
}
