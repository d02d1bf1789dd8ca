/** Questions in SOQL over REST: short ones in the address, long ones through `composite`, and every page of the answer. */
import { z } from 'zod';
import type { Purpose } from './budget.ts';
import { errorsIn, failureOfError, odd } from './failures.ts';
import { ask, type SalesforceOrg } from './http.ts';
import { textOf, type Soql } from './soql.ts';

export type Row = Readonly<Record<string, unknown>>;

const answerSchema = z.object({
  totalSize: z.int(),
  done: z.boolean(),
  nextRecordsUrl: z.string().startsWith('/services/data/').max(500).optional(),
  records: z.array(z.record(z.string(), z.unknown())).max(10_000),
});
type QueryAnswer = z.infer<typeof answerSchema>;

export interface QueryOptions {
  readonly purpose: Purpose;
  /** Also what was deleted or merged, and archived activities. */
  readonly all?: boolean;
}

/** All rows. @throws CrmFailure */
export async function query(org: SalesforceOrg, question: Soql, options: QueryOptions): Promise<readonly Row[]> {
  const { json } = await ask(org, { method: 'GET', path: pathOf(question, options), purpose: options.purpose });
  return followPages(org, readAnswer(json), options);
}

/** How many rows there are. @throws CrmFailure */
export async function count(org: SalesforceOrg, question: Soql, options: QueryOptions): Promise<number> {
  const { json } = await ask(org, { method: 'GET', path: pathOf(question, options), purpose: options.purpose });
  return readAnswer(json).totalSize;
}

/** Up to five of these in one request (salesforce.md §5). */
const MOST_QUERIES_TOGETHER = 5;

/** Several questions as one of the day's. @throws CrmFailure the first that one of them failed with */
export async function queryTogether(
  org: SalesforceOrg,
  questions: readonly (readonly [Soql, QueryOptions])[],
): Promise<readonly (readonly Row[])[]> {
  if (questions.length > MOST_QUERIES_TOGETHER) throw new Error('too many questions for one request');
  const version = `v${org.version ?? '60.0'}`;
  const purpose = questions[0]?.[1].purpose ?? 'later';
  const { json } = await ask(org, {
    method: 'POST',
    path: '/composite',
    purpose,
    body: {
      allOrNone: false,
      compositeRequest: questions.map(([question, options], index) => ({
        method: 'GET',
        url: `/services/data/${version}${pathOf(question, options)}`,
        referenceId: `q${index}`,
      })),
    },
  });
  const answers = z
    .object({ compositeResponse: z.array(z.object({ body: z.unknown(), httpStatusCode: z.int() })) })
    .safeParse(json);
  if (!answers.success || answers.data.compositeResponse.length !== questions.length) throw odd();
  const all: (readonly Row[])[] = [];
  for (const [index, { body, httpStatusCode: status }] of answers.data.compositeResponse.entries()) {
    const [error] = errorsIn(body);
    if (status >= 400 || error !== undefined) throw error === undefined ? odd() : failureOfError(error);
    all.push(await followPages(org, readAnswer(body), questions[index]?.[1] ?? { purpose }));
  }
  return all;
}

async function followPages(org: SalesforceOrg, first: QueryAnswer, { purpose }: QueryOptions): Promise<readonly Row[]> {
  const rows: Row[] = [...first.records];
  const seen = new Set<string>();
  for (let next = first.done ? undefined : first.nextRecordsUrl; next !== undefined;) {
    if (seen.has(next)) throw odd();
    seen.add(next);
    const { json } = await ask(org, { method: 'GET', path: next as `/${string}`, purpose });
    const page = readAnswer(json);
    rows.push(...page.records);
    next = page.done ? undefined : page.nextRecordsUrl;
  }
  return rows;
}

function pathOf(question: Soql, { all = false }: QueryOptions): `/${string}` {
  return `/${all ? 'queryAll' : 'query'}?q=${encodeURIComponent(textOf(question))}`;
}

function readAnswer(json: unknown): QueryAnswer {
  const answer = answerSchema.safeParse(json);
  if (!answer.success) throw odd();
  return answer.data;
}
