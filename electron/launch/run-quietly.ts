/** Runs a program to its end, unseen, and not for longer than it may take. */
import { startChildGroup, type ChildGroupOptions } from './child-group.ts';

export type RunQuietly = (
  command: string,
  args: readonly string[],
  options: ChildGroupOptions & { readonly timeLimit: number },
) => Promise<number | null>;

/** The exit code; null when it could not start, was ended by a signal, or took too long and was ended. */
export const runQuietly: RunQuietly = async (command, args, { timeLimit, ...options }) => {
  const group = startChildGroup(command, args, options);
  const timer = setTimeout(() => group.kill(), timeLimit);
  const { code } = await group.ended;
  clearTimeout(timer);
  // What it left behind ends with it.
  group.kill();
  return code;
};
