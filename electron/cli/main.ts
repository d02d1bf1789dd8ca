/** The command line: `npm run -s dankbel -- COMMAND`. */
import { assertSuitableNode, UnsuitableNodeError } from '../../db/sqlite.ts';
import { help } from './help.ts';
import { readOptions, WrongRequest, type Options } from './options.ts';
import { printProblem, type ExitCode } from './output.ts';

type Command = (options: Options) => Promise<ExitCode>;

/** Each is loaded when it is asked for: most need the whole backend, which takes longer to load than to answer. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  'practice-crm': async () => (await import('./commands/practice-crm.ts')).practiceCrm,
  connect: async () => (await import('./commands/connect.ts')).connect,
  check: async () => (await import('./commands/check.ts')).check,
  sync: async () => (await import('./commands/connect.ts')).sync,
  list: async () => (await import('./commands/list.ts')).list,
  explain: async () => (await import('./commands/explain.ts')).explain,
  evidence: async () => (await import('./commands/explain.ts')).evidence,
  import: async () => (await import('./commands/import.ts')).importFiles,
  postcodes: async () => (await import('./commands/postcodes.ts')).loadPostcodes,
  ask: async () => (await import('./commands/ask.ts')).ask,
  backup: async () => (await import('./commands/keep.ts')).backup,
  doctor: async () => (await import('./commands/keep.ts')).doctor,
  'forget-pin': async () => (await import('./commands/forget-pin.ts')).forgetPin,
  workstations: async () => (await import('./commands/workstations.ts')).workstations,
  'breach-report': async () => (await import('./commands/workstations.ts')).breachReport,
};

/** Runs one command. Everything that a user can meet becomes one sentence on standard error. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  try {
    assertSuitableNode();
    const { words, values } = readOptions(argv);
    const [name = '', ...rest] = words;
    if (values.help === true) return help(name);
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined)
      throw new WrongRequest(`Say which command: ${Object.keys(COMMANDS).join(', ')}. --help tells more.`);
    const command = await load();
    return await command({ words: rest, values });
  } catch (error) {
    if (error instanceof WrongRequest || error instanceof UnsuitableNodeError) {
      printProblem(error.message);
      return 1;
    }
    const { explainProblem } = await import('./explain-problem.ts');
    return explainProblem(error);
  }
}
