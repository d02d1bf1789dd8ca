/** `list`: who is called. */
import { CALLING_LANES } from '../../../domain/programmes/programme-id.ts';
import { createClient } from '../../../contract/client.ts';
import { dateOption, text, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

export async function list(options: Options): Promise<ExitCode> {
  const asked = text(options, 'lane') ?? 'caller';
  const lane = CALLING_LANES.find((each) => each === asked);
  if (lane === undefined) throw new WrongRequest(`--lane must be ${CALLING_LANES.join(' or ')}, not "${asked}".`);
  const date = dateOption(options);
  const answer = await withBackend(options, (backend) =>
    createClient(backend).ask('list.get', { lane, ...(date === null ? {} : { date }) }),
  );
  if (options.values.json === true) {
    printJson(answer);
    return 0;
  }
  for (const { name, phone, reason } of answer.items) printLine(`${name}  ${phone ?? ''}  ${inOwnLanguage(reason)}`);
  const leftOut = Object.entries(answer.suppressed).map(([id, count]) => `${id} ${count}`);
  printLine(
    `${answer.items.length} on the list of ${answer.date}${leftOut.length === 0 ? '' : `; left out: ${leftOut.join(', ')}`}`,
  );
  return 0;
}
