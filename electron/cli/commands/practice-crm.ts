/** `practice-crm`: serves the practice CRM until it is stopped. */
import { join } from 'node:path';
import { startPracticeCrm, type PracticeCrmOptions } from '../../../sync/practice/server.ts';
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import { clock, dateOption, profileFolder, text, wholeNumber, WrongRequest, type Options } from '../options.ts';
import { printJson, type ExitCode } from '../output.ts';

const DEFAULT_SEED = 1;

export async function practiceCrm(options: Options): Promise<ExitCode> {
  const fill = fillOf(options);
  const version = versionOf(options);
  const port = wholeNumber(options, 'port');
  const isClockSet = text(options, 'now') !== null;
  const now = clock(options);
  const crm = await startPracticeCrm({
    dataDir: join(profileFolder(options)),
    ...(fill === null ? {} : { fill }),
    ...(version === null ? {} : { version }),
    ...(port === null ? {} : { port }),
    ...(isClockSet ? { clock: () => new Date(now()) } : {}),
  });
  printJson({ url: crm.url, apiKey: crm.apiKey, keys: crm.keys });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await crm.stop();
  return 0;
}

function fillOf(options: Options): NonNullable<PracticeCrmOptions['fill']> | null {
  const directory = text(options, 'load');
  const donors = wholeNumber(options, 'donors');
  if (directory !== null && donors !== null) throw new WrongRequest('Give --load or --donors, not both.');
  if (directory !== null) return { kind: 'captured', directory };
  if (donors === null) return null;
  const date = dateOption(options) ?? dayOfInstant(clock(options)());
  return { kind: 'invented', donors, seed: wholeNumber(options, 'seed') ?? DEFAULT_SEED, date };
}

function versionOf(options: Options): '6.17' | '5.77' | null {
  const version = text(options, 'version');
  if (version === null || version === '6.17' || version === '5.77') return version;
  throw new WrongRequest(`--version must be 6.17 or 5.77, not "${version}".`);
}
