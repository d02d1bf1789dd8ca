/** The programs that are measured, each with the shape of its answer. */
import { z } from 'zod';
import { builtProgram as built } from '../harness/build-programs.ts';
import { runChild, startServer, type Server } from '../harness/child.ts';

const source = (name: string): string => `tests/bench/sync/children/${name}.ts`;

/** Ours; the others are measured as they are written. */
export const OURS = Object.fromEntries(['pull', 'drain', 'open', 'import'].map((name) => [name, source(name)]));

const crmSchema = z.object({ url: z.string(), apiKey: z.string() });
export type CrmAddress = z.infer<typeof crmSchema>;

/** A practice CRM in a process of its own. */
export function startCrm(input: {
  readonly dataDir: string;
  readonly donors?: number;
  readonly delayMilliseconds?: number;
}): Promise<Server<CrmAddress>> {
  return startServer(source('crm'), input, crmSchema);
}

/** Works on a CRM as long as it is there. */
export async function withCrm<Result>(
  input: Parameters<typeof startCrm>[0],
  work: (crm: CrmAddress) => Promise<Result>,
): Promise<Result> {
  const crm = await startCrm(input);
  try {
    return await work(crm.value);
  } finally {
    await crm.stop();
  }
}

const pullSchema = z.object({
  milliseconds: z.number(),
  peakMegabytes: z.number(),
  pulled: z.record(z.string(), z.int()),
  /** How many of the recorded exchanges came before the round. */
  connecting: z.int(),
});

export function pull(
  input: CrmAddress & {
    readonly folder: string;
    readonly record?: { readonly exchanges: string; readonly rows: string };
    readonly answers?: string;
  },
): Promise<z.infer<typeof pullSchema>> {
  return runChild(built('pull'), input, pullSchema);
}

export function writeByHand(input: {
  readonly folder: string;
  readonly rows: string;
}): Promise<{ milliseconds: number; rows: number }> {
  return runChild(source('by-hand'), input, z.object({ milliseconds: z.number(), rows: z.int() }));
}

export function askAgain(
  input: CrmAddress & { readonly exchanges: string; readonly leaveOut: number },
): Promise<{ milliseconds: number; requests: number }> {
  return runChild(source('ask-again'), input, z.object({ milliseconds: z.number(), requests: z.int() }));
}

export function recordOperations(input: {
  readonly folder: string;
  readonly count: number;
}): Promise<{ recorded: number }> {
  return runChild(source('record-operations'), input, z.object({ recorded: z.int() }));
}

export function drain(
  input: CrmAddress & { readonly folder: string; readonly record?: string },
): Promise<{ milliseconds: number; pushed: number }> {
  return runChild(built('drain'), input, z.object({ milliseconds: z.number(), pushed: z.int() }));
}

const openSchema = z.object({
  opened: z.number(),
  firstList: z.number(),
  laterLists: z.array(z.number()),
  items: z.int(),
});

export function openAndList(input: { readonly folder: string }): Promise<z.infer<typeof openSchema>> {
  return runChild(built('open'), input, openSchema);
}

const importSchema = z.object({
  milliseconds: z.number(),
  rows: z.int(),
  refused: z.int(),
  peakMegabytes: z.number(),
});

export function importFiles(input: {
  readonly folder: string;
  readonly donors: string;
  readonly gifts: string;
}): Promise<z.infer<typeof importSchema>> {
  return runChild(built('import'), input, importSchema);
}
