/** `workstations`: which there are, from the CRM. `breach-report`: what an officer needs when one is lost (rules-nl.md P3). */
import { writeFileSync } from 'node:fs';
import { createClient } from '../../../contract/client.ts';
import { requiredText, text, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, ownLanguage, printJson, printLine, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

export async function workstations(options: Options): Promise<ExitCode> {
  const answer = await withBackend(options, (backend) => createClient(backend).ask('workstations.list', {}));
  if (options.values.json === true) {
    printJson(answer.workstations);
    return 0;
  }
  for (const { id, who, isSelf, stateName, seen } of answer.workstations) {
    const here = isSelf ? ` (${inOwnLanguage({ nl: 'deze', en: 'this one' })})` : '';
    printLine(`${id}  ${who}${here}  ${inOwnLanguage(stateName)}  ${seen === null ? '' : inOwnLanguage(seen)}`);
  }
  return 0;
}

/** As text, or with `--file` as a PDF. */
export async function breachReport(options: Options): Promise<ExitCode> {
  const id = requiredText(options, 'workstation');
  const path = text(options, 'file');
  const { pdf, text: report } = await withBackend(options, (backend) =>
    createClient(backend).ask('workstations.report', { id, language: ownLanguage() }),
  );
  if (path === null) printLine(report);
  else {
    try {
      writeFileSync(path, Buffer.from(pdf.base64, 'base64'), { mode: 0o600 });
    } catch {
      throw new WrongRequest(`The report cannot be written: ${path}`);
    }
    printLine(path);
  }
  return 0;
}
