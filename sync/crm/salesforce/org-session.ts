/** One organisation with what is known of it: asked once, and again when it turns out to have changed. */
import { CrmFailure } from '../../crm-failure.ts';
import { askedAnew } from './descriptions.ts';
import { readSchema, readVersion, type Schema } from './describe.ts';
import { isSchema } from './failures.ts';
import type { SalesforceOrg } from './http.ts';

/** What every part of the connector works with. */
export interface Talk {
  readonly org: SalesforceOrg;
  readonly schema: Schema;
}

export interface OrgSession {
  /** With the version and the description of the organisation. @throws CrmFailure */
  talk(): Promise<Talk>;
  /** Does something; when a field turns out to be gone, the next one asks for the description anew. @throws CrmFailure */
  run<Result>(work: (talk: Talk) => Promise<Result>): Promise<Result>;
}

const OLD_AFTER_MILLISECONDS = 24 * 3_600_000;

export function openOrg(base: SalesforceOrg, now: () => number): OrgSession {
  let known: { readonly talk: Promise<Talk>; readonly at: number } | null = null;
  /** A field was described as there, and is not: what was kept is not believed. */
  let isDoubted = false;
  const begin = async (): Promise<Talk> => {
    const version = await readVersion(base);
    if (version === null) throw tooOld();
    const org = { ...base, version };
    const descriptions = isDoubted ? askedAnew(org.descriptions) : org.descriptions;
    const schema = await readSchema({ ...org, descriptions });
    isDoubted = false;
    return { org, schema };
  };
  const talk = async (): Promise<Talk> => {
    // What is known goes on as long as asking anew has to wait: without it nothing can be asked at all.
    const isOld = known !== null && Math.abs(now() - known.at) > OLD_AFTER_MILLISECONDS;
    if (known === null || (isOld && base.budget.allows('later'))) known = { talk: begin(), at: now() };
    const asked = known;
    try {
      return await asked.talk;
    } catch (error) {
      // A failure is not remembered.
      if (known === asked) known = null;
      throw error;
    }
  };
  return {
    talk,
    run: async (work) => {
      try {
        return await work(await talk());
      } catch (error) {
        if (isSchema(error)) {
          known = null;
          isDoubted = true;
        }
        throw error;
      }
    },
  };
}

function tooOld(): CrmFailure {
  return new CrmFailure('refused', {
    nl: 'Dit Salesforce spreekt een te oude versie van de API.',
    en: 'This Salesforce speaks too old a version of the API.',
  });
}
