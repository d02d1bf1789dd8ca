/** `ask PROCEDURE 'JSON'`: any question of the contract, as a screen would ask it. */
import type { Answer } from '../../../contract/failure.ts';
import { isProcedureName, PROCEDURES } from '../../../contract/index.ts';
import { WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printProblem, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

export async function ask(options: Options): Promise<ExitCode> {
  const [procedure, json = '{}'] = options.words;
  if (procedure === undefined || !isProcedureName(procedure)) {
    throw new WrongRequest(`ask needs one of: ${Object.keys(PROCEDURES).join(', ')}.`);
  }
  const input = parseInput(json);
  return report(await withBackend(options, (backend) => backend.ask(procedure, input)));
}

/** Prints the value of an answer, or says what is the matter. */
export function report(answer: Answer): ExitCode {
  if (answer.ok) {
    printJson(answer.value);
    return 0;
  }
  printProblem(inOwnLanguage(answer.failure.sentence));
  return answer.failure.code === 'crm-unreachable' ? 3 : 1;
}

function parseInput(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new WrongRequest('ask needs its question as JSON, between quotes.');
  }
}
