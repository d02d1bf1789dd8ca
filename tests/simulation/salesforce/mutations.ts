/**
 * The rules of the sync with Salesforce, broken one at a time in what a workstation asks and in what it is answered, as
 * in ../mutations.ts.
 */
import { randomUUID } from 'node:crypto';
import { noneLeft } from '../../../sync/crm/salesforce/budget.ts';
import { byTime, type Mutation } from '../mutations.ts';
import type { Asked } from '../network.ts';

const HOUR = 3_600_000;
const OWN_ID = /\/sobjects\/Task\/Dankbel_Id__c\/[0-9a-f-]{36}/;

function soqlOf({ path }: Asked): string | null {
  return new URL(path, 'http://here').searchParams.get('q');
}

/** The same question with other words. */
function asking(asked: Asked, change: (soql: string) => string): Asked {
  const url = new URL(asked.path, 'http://here');
  url.searchParams.set('q', change(soqlOf(asked) ?? ''));
  return { ...asked, path: url.pathname + url.search };
}

/** The same record without a field. */
export function without(asked: Asked, field: string): Asked {
  if (asked.body === null || asked.method === 'GET') return asked;
  const values = JSON.parse(asked.body) as Record<string, unknown>;
  if (!(field in values)) return asked;
  return {
    ...asked,
    body: JSON.stringify(Object.fromEntries(Object.entries(values).filter(([name]) => name !== field))),
  };
}

export const SALESFORCE_MUTATIONS: readonly Mutation[] = [
  {
    name: 'no overlap in the pull',
    rewrite: (asked) =>
      soqlOf(asked)?.includes('SystemModstamp >= ') === true
        ? asking(asked, (soql) =>
            soql.replace(/SystemModstamp >= (\S+)/, (_, stamp: string) => {
              return `SystemModstamp >= ${new Date(Date.parse(stamp) + HOUR).toISOString()}`;
            }),
          )
        : asked,
  },
  {
    name: 'no look before a repeat',
    rewrite: (asked) =>
      asked.method === 'GET' && OWN_ID.test(asked.path)
        ? {
            ...asked,
            path: asked.path.replace(OWN_ID, '/sobjects/Task/Dankbel_Id__c/00000000-0000-7000-8000-000000000000'),
          }
        : asked,
  },
  { name: 'no priority for objections', planner: byTime },
  {
    name: 'a claim without its unique field',
    rewrite: (asked) =>
      asked.method === 'POST' && asked.entity === 'Task' ? without(asked, 'Dankbel_Claim__c') : asked,
  },
  {
    name: 'a claim stays when its call is sent',
    rewrite: (asked) =>
      asked.method === 'PATCH' && asked.entity === 'Task' ? without(asked, 'Dankbel_Claim__c') : asked,
  },
  {
    name: 'a call without an id of its own',
    rewrite: (asked) =>
      asked.method === 'PATCH' && asked.action === 'upsert' && !asked.path.includes('updateOnly')
        ? { ...asked, path: asked.path.replace(OWN_ID, `/sobjects/Task/Dankbel_Id__c/${randomUUID()}`) }
        : asked,
  },
  {
    name: 'no guard on corrections',
    rewrite: (asked) => ({
      ...asked,
      headers: Object.fromEntries(Object.entries(asked.headers).filter(([name]) => name !== 'If-Unmodified-Since')),
    }),
  },
  {
    name: 'what was deleted is not asked for',
    reply: (asked, text) =>
      asked.path.includes('/deleted/') ? text.replace(/"deletedRecords":\[[^\]]*\]/, '"deletedRecords":[]') : text,
  },
  {
    name: 'who won a merge is not read',
    reply: (_, text) => text.replaceAll(/"MasterRecordId":"\w+"/g, '"MasterRecordId":null'),
  },
  {
    name: 'the bin is not asked for',
    rewrite: (asked) => ({ ...asked, path: asked.path.replace('/queryAll?', '/query?') }),
  },
  { name: 'the questions of a day are not counted', hidesBudget: true },
  {
    name: 'claims wait when few questions are left',
    wrap: (connector) => ({
      ...connector,
      ...(connector.claims === undefined
        ? {}
        : {
            claims: {
              ...connector.claims,
              make: async (claim) => {
                if (connector.budget?.()?.allows === 'now') throw noneLeft();
                return connector.claims?.make(claim) ?? null;
              },
            },
          }),
    }),
  },
];
