/** `explain`: why somebody is or is not on a list, by number or by a question; `evidence`: the proof of the basis (rules-nl.md L18). */
import { createClient, type Client } from '../../../contract/client.ts';
import { writeEvidence } from '../../../domain/evidence.ts';
import { subjectOf } from '../../../domain/search/why-question.ts';
import { dateOption, requiredText, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, ownLanguage, printJson, printLine, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

/** `--donor NUMBER`, or a question: `explain waarom staat Knaap niet op mijn lijst`. `--trace` tells all that was looked at. */
export async function explain(options: Options): Promise<ExitCode> {
  const asked = options.words.join(' ');
  if (asked !== '') return explainFound(options, subjectOf(asked));
  const externalId = requiredText(options, 'donor');
  const date = dateOption(options);
  const question = { donor: { externalId }, ...(date === null ? {} : { date }) };
  const wantsTrace = options.values.trace === true;
  return withBackend(options, async (backend): Promise<ExitCode> => {
    const client = createClient(backend);
    const answer = await client.ask('list.explain', question);
    const more = wantsTrace ? await readTrace(client, question) : null;
    if (options.values.json === true) {
      printJson(more === null ? answer : { ...answer, ...more });
      return 0;
    }
    printLine(inOwnLanguage(answer.sentence));
    for (const { name, state, sentence } of more?.programmes ?? []) {
      printLine(`${inOwnLanguage(name)} (${state}): ${inOwnLanguage(sentence)}`);
    }
    for (const { about, holds, sentence, record } of more?.lines ?? []) {
      const seenIn = record === null ? '' : ` [${record.kind} ${record.id}]`;
      printLine(`${(about === 'suppression' ? !holds : holds) ? '+' : '-'} ${inOwnLanguage(sentence)}${seenIn}`);
    }
    return 0;
  });
}

type Question = { readonly donor: { readonly externalId: string }; readonly date?: `${number}-${number}-${number}` };

async function readTrace(client: Client, question: Question) {
  const { programmes } = await client.ask('list.why', question);
  const { lines } = await client.ask('list.trace', question);
  return { programmes, lines };
}

/** Everybody whom the question can be about. */
async function explainFound(options: Options, subject: string): Promise<ExitCode> {
  const date = dateOption(options);
  return withBackend(options, async (backend): Promise<ExitCode> => {
    const client = createClient(backend);
    const { donors } = await client.ask('donor.search', { text: subject });
    if (donors.length === 0) throw new WrongRequest(`Nobody was found for "${subject}".`);
    const answers = await Promise.all(
      donors.map(async ({ donorId, externalId, crmId, fullName }) => {
        const explanation = await client.ask('list.explain', {
          donor: { donorId },
          ...(date === null ? {} : { date }),
        });
        return { externalId, crmId, name: fullName, ...explanation };
      }),
    );
    if (options.values.json === true) printJson(answers);
    else
      for (const { name, externalId, sentence } of answers)
        printLine(`${name} (${externalId ?? ''}): ${inOwnLanguage(sentence)}`);
    return 0;
  });
}

export async function evidence(options: Options): Promise<ExitCode> {
  const externalId = requiredText(options, 'donor');
  const answer = await withBackend(options, (backend) =>
    createClient(backend).ask('donor.evidence', { donor: { externalId } }),
  );
  if (options.values.json === true) printJson(answer);
  else printLine(writeEvidence(answer, ownLanguage()));
  return 0;
}
