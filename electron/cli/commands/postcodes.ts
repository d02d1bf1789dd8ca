/** `postcodes`: loads a register of postcodes, so that a postcode and a number give street and town without a network. */
import { addToRegister, countPostcodes, forgetRegister } from '../../../db/queries/postcodes.ts';
import { readPostcodeRegister } from '../../../sync/files/postcode-register.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';
import { requiredText, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, printProblem, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

/** 0 loaded · 1 the file was refused · 2 some rows were left out */
export async function loadPostcodes(options: Options): Promise<ExitCode> {
  const path = requiredText(options, 'file');
  try {
    const report = await withBackend(options, async ({ store }) => {
      let isFirst = true;
      const read = await readPostcodeRegister(path, (rows) =>
        store.write(async (writer) => {
          // The old register goes with the first page of the new one: a file that cannot be read takes nothing away.
          if (isFirst) await forgetRegister(writer);
          isFirst = false;
          await addToRegister(writer, rows);
        }),
      );
      return { ...read, postcodes: await countPostcodes(store.reader) };
    });
    if (options.values.json === true) printJson(report);
    else printLine(`${report.rows} rows read, ${report.postcodes} postcodes known, ${report.leftOut} rows left out.`);
    return report.leftOut > 0 ? 2 : 0;
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    printProblem(inOwnLanguage(error.sentence));
    return 1;
  }
}
