/** `import --undo NUMBER`: takes a whole import back, as the screen does; with --try only what would go is said. */
import { createClient } from '../../../contract/client.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';
import { WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

type Preview = OutputOf<'files.undoPreview'>;

/** @param which the number of the import, or "last" */
export async function undoImport(options: Options, which: string): Promise<ExitCode> {
  if (which !== 'last' && !/^\d{1,9}$/.test(which)) {
    throw new WrongRequest(`--undo must be the number of an import, or last, not "${which}".`);
  }
  const isTrial = options.values.try === true;
  const { id, preview } = await withBackend(options, async (backend) => {
    const client = createClient(backend);
    const { imports } = await client.ask('files.imports', {});
    const run = imports.find((each) => (which === 'last' ? each.canBeUndone : each.id === Number(which)));
    if (run === undefined) throw new FileRefusal(UNKNOWN);
    const found = await client.ask('files.undoPreview', { id: run.id });
    if (found.whyNot !== null) throw new FileRefusal(found.whyNot);
    if (isTrial) return { id: run.id, preview: found };
    await client.ask('files.undo', { id: run.id });
    await backend.files.settled();
    const { refusal } = await client.ask('files.state', {});
    if (refusal !== null) throw new FileRefusal(refusal);
    await backend.recognition.settled();
    return { id: run.id, preview: found };
  });
  if (options.values.json === true) printJson({ import: id, isUndone: !isTrial, ...preview });
  else print(preview, isTrial);
  return preview.workedOn + preview.inLater > 0 ? 2 : 0;
}

function print({ back, workedOn, inLater, inCrm, objections }: Preview, isTrial: boolean): void {
  for (const [count, nl, en] of [
    [back, isTrial ? 'zou teruggaan' : 'terug', isTrial ? 'would go back' : 'back'],
    [workedOn, 'blijft, want sindsdien gebeld of vastgelegd', 'stays, for there were calls or notes since'],
    [inLater, 'blijft, want een latere import ging er ook over', 'stays, for a later import was about it too'],
    [inCrm, 'blijft contact in het CRM', 'stays a contact in the CRM'],
    [objections, 'keer verzet staat al in het CRM, en blijft', 'objections are in the CRM, and stay'],
  ] as const) {
    if (count > 0) printLine(`${inOwnLanguage({ nl, en })}: ${count}`);
  }
}

const UNKNOWN = {
  nl: 'Zo’n import is er niet, of niets kan nog terug. “ask files.imports {}” noemt ze.',
  en: 'There is no such import, or nothing can be taken back any more. “ask files.imports {}” names them.',
};
