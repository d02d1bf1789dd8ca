/** The command line: `npm run -s dankbel -- COMMAND`. */
import { FailureError } from '../../contract/client.ts';
import { PolicyFailure } from '../launch/policy-file.ts';
import { DatabaseFailure } from '../../db/database-failure.ts';
import { assertSuitableNode, UnsuitableNodeError } from '../../db/sqlite.ts';
import { CrmFailure } from '../../sync/crm-failure.ts';
import { ConnectRefusal } from '../backend/connect.ts';
import { ask } from './commands/ask.ts';
import { check } from './commands/check.ts';
import { connect, sync } from './commands/connect.ts';
import { importFiles } from './commands/import.ts';
import { backup, doctor } from './commands/keep.ts';
import { forgetPin } from './commands/forget-pin.ts';
import { evidence, explain } from './commands/explain.ts';
import { list } from './commands/list.ts';
import { loadPostcodes } from './commands/postcodes.ts';
import { breachReport, workstations } from './commands/workstations.ts';
import { practiceCrm } from './commands/practice-crm.ts';
import { help } from './help.ts';
import { readOptions, WrongRequest, type Options } from './options.ts';
import { inOwnLanguage, printProblem, type ExitCode } from './output.ts';

const COMMANDS: Readonly<Record<string, (options: Options) => Promise<ExitCode>>> = {
  'practice-crm': practiceCrm,
  connect,
  check,
  sync,
  list,
  explain,
  evidence,
  import: importFiles,
  postcodes: loadPostcodes,
  ask,
  backup,
  doctor,
  'forget-pin': forgetPin,
  workstations,
  'breach-report': breachReport,
};

/** Runs one command. Everything that a user can meet becomes one sentence on standard error. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  try {
    assertSuitableNode();
    const { words, values } = readOptions(argv);
    const [name = '', ...rest] = words;
    if (values.help === true) return help(name);
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined)
      throw new WrongRequest(`Say which command: ${Object.keys(COMMANDS).join(', ')}. --help tells more.`);
    return await command({ words: rest, values });
  } catch (error) {
    return explainProblem(error);
  }
}

function explainProblem(error: unknown): ExitCode {
  if (error instanceof WrongRequest || error instanceof UnsuitableNodeError) {
    printProblem(error.message);
    return 1;
  }
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
