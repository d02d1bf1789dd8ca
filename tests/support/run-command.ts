/**
 * The command line without its start, which takes ten times as long as most commands: its own `main`, as
 * `electron/run.js` calls it. Every command has a test that really starts it (`startCommand`).
 */
import { vi } from 'vitest';
import { main } from '../../electron/cli/main.ts';

export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly problem: string;
}

export const DUTCH = { LANG: 'nl_NL.UTF-8', LC_ALL: '' } as const;

/** Runs one command to its end. One at a time: what it prints is caught for the whole process. */
export async function runCommand(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const problem = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const said = { ...DUTCH, ...environment };
  const before = Object.keys(said).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, said);
  try {
    const code = await main(parameters);
    return { code, out: written(out.mock.calls), problem: written(problem.mock.calls) };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    out.mockRestore();
    problem.mockRestore();
  }
}

function written(calls: readonly (readonly unknown[])[]): string {
  return calls.map(([text]) => String(text)).join('');
}
