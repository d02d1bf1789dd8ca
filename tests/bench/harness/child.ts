/** Programs in processes of their own, so that what they use of the machine is theirs alone. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

type Environment = Readonly<Record<string, string>>;

function start(program: string, input: object, environment: Environment = {}): ChildProcess {
  return spawn(process.execPath, [program, JSON.stringify(input)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
}

async function firstLine(program: string, child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error(`${program} has no output`);
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`${program} ended without an answer`);
}

/** Runs a program to its end. @param program path below the project @returns the line of JSON that it printed */
export async function runChild<Schema extends z.ZodType>(
  program: string,
  input: object,
  schema: Schema,
  environment: Environment = {},
): Promise<z.output<Schema>> {
  const child = start(program, input, environment);
  const closed = once(child, 'close');
  const line = await firstLine(program, child);
  await closed;
  if (child.exitCode !== 0) throw new Error(`${program} ended with ${String(child.exitCode ?? child.signalCode)}`);
  return schema.parse(JSON.parse(line));
}

export interface Server<Value> {
  readonly value: Value;
  stop(): Promise<void>;
}

/** Starts a program that goes on until it is stopped, and has said in one line of JSON that it is ready. */
export async function startServer<Schema extends z.ZodType>(
  program: string,
  input: object,
  schema: Schema,
): Promise<Server<z.output<Schema>>> {
  const child = start(program, input);
  const closed = once(child, 'close');
  return {
    value: schema.parse(JSON.parse(await firstLine(program, child))),
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

/** In a child: what it was asked to do. */
export function readInput<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
  return schema.parse(JSON.parse(process.argv[2] ?? ''));
}

/** In a child: its answer. */
export function printAnswer(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
