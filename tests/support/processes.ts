/** Programs of Dankbel in processes of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { InputOf, OutputOf, ProcedureName } from '../../contract/index.ts';
import type { Answer } from '../../contract/failure.ts';
import { DUTCH, type CommandResult } from './run-command.ts';
import { whenDone } from './when-done.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function start(
  program: string,
  parameters: readonly string[],
): { child: ChildProcess; nextLine: () => Promise<string> } {
  const child = spawn(process.execPath, [program, ...parameters], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  whenDone(() => kill(child));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    nextLine: async () => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${program} ended`);
      return value;
    },
  };
}

export interface BackendProcess {
  readonly pid: number;
  ask<Name extends ProcedureName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** As a power cut would: nothing is finished, nothing is closed. */
  killHard(): Promise<void>;
}

export async function startBackendProcess(folder: string, now: string): Promise<BackendProcess> {
  const { child, nextLine } = start('tests/support/backend-child.ts', [folder, now]);
  await nextLine();
  return {
    pid: child.pid ?? 0,
    ask: async (procedure, input) => {
      child.stdin!.write(`${JSON.stringify({ procedure, input })}\n`);
      const answer = JSON.parse(await nextLine()) as Answer;
      if (!answer.ok) throw new Error(answer.failure.sentence.en);
      return answer.value as OutputOf<typeof procedure>;
    },
    killHard: () => kill(child),
  };
}

export interface CrmProcess {
  readonly url: string;
  readonly apiKey: string;
  readonly keys: Readonly<Record<string, string>>;
  killHard(): Promise<void>;
}

/** The practice CRM by its command, as a user starts it. */
export async function startCrmProcess(parameters: readonly string[]): Promise<CrmProcess> {
  const { child, nextLine } = start('electron/run.js', ['electron/cli/main.ts', 'practice-crm', ...parameters]);
  const answer = JSON.parse(await nextLine()) as { url: string; apiKey: string; keys: Record<string, string> };
  return { ...answer, killHard: () => kill(child) };
}

/** Runs one command of the command line to its end, in a process of its own. Where that is not the subject: `runCommand`. */
export async function startCommand(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, ['electron/run.js', 'electron/cli/main.ts', ...parameters], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...DUTCH, ...environment },
  });
  whenDone(() => kill(child));
  let out = '';
  let problem = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, out, problem };
}
