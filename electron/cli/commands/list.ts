/** `list`: who is called. */
import { CALLING_LANES } from '../../../domain/programmes/programme-id.ts';
import { createClient } from '../../../contract/client.ts';
import { readCurrentPerson } from '../../../db/queries/people.ts';
import { noteExport } from '../../backend/exports.ts';
import { clock, dateOption, text, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

export async function list(options: Options): Promise<ExitCode> {
  const asked = text(options, 'lane') ?? 'caller';
  const lane = CALLING_LANES.find((each) => each === asked);
  if (lane === undefined) throw new WrongRequest(`--lane must be ${CALLING_LANES.join(' or ')}, not "${asked}".`);
  const date = dateOption(options);
  const answer = await withBackend(options, async (backend) => {
    const answered = await createClient(backend).ask('list.get', { lane, ...(date === null ? {} : { date }) });
    const person = await readCurrentPerson(backend.store.reader);
    const donorIds = answered.items.map(({ donorId }) => donorId);
    if (person !== null) await noteExport({ store: backend.store, person, now: clock(options) }, 'list', donorIds);
    return answered;
  });
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
