/** `forget-pin --person NAME`: the last way back, for whoever has the key of the profile anyway. It is in the log. */
import { noteAudit } from '../../../db/queries/audit.ts';
import { readPeople } from '../../../db/queries/people.ts';
import { removePin } from '../../../db/queries/pins.ts';
import { clock, requiredText, WrongRequest, type Options } from '../options.ts';
import { printJson, printLine, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

export async function forgetPin(options: Options): Promise<ExitCode> {
  const name = requiredText(options, 'person');
  // Not to come in, but to be let in.
  const { person: _person, ...values } = options.values;
  await withBackend({ ...options, values }, ({ store }) =>
    store.write(async (writer) => {
      const person = (await readPeople(writer.transaction)).find((each) => each.isActive && each.name === name);
      if (person === undefined) throw new WrongRequest(`Nobody here is called "${name}".`);
      const { id } = person;
      await removePin(writer, id);
      const at = clock(options)();
      await noteAudit(writer, {
        at,
        personId: id,
        action: 'pin-forgotten',
        subject: String(id),
        detail: { by: 'cli' },
      });
    }),
  );
  if (options.values.json === true) printJson({ person: name });
  else printLine(`${name} has no PIN any more and goes in without one. Choose a new one in Dankbel.`);
  return 0;
}
