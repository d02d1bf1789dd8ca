/**
 * The rules by which each newcomer becomes one contact, broken one at a time as in mutations.ts. For evenings with
 * newcomers alone: in others nobody is made.
 */
import { PERSON_ID_FIELD } from '../../sync/crm/salesforce/person-id.ts';
import { conditionsOf, type Mutation } from './mutations.ts';
import type { Asked, Question } from './network.ts';
import type { SimulatedCrm } from './plan.ts';
import { without } from './salesforce/mutations.ts';

const NOBODY = [['id', '=', -1]];

/** A yes that has not become a contact is gone. */
const FORGOTTEN: Mutation = {
  name: 'a yes is forgotten when the workstation restarts',
  forgets: async ({ transaction }) => {
    await transaction.deleteFrom('source_newcomer').where('added_at', 'is', null).execute();
  },
};

/** The question by the numbers that she would have; or the one by her name and e-mail. */
function isLookOnSite(question: Question, column: string): boolean {
  return question.action === 'get' && conditionsOf(question).some(([asked]) => asked === column);
}

const ON_CIVICRM: readonly Mutation[] = [
  {
    name: 'a newcomer is not looked for by her number',
    change: (question) =>
      question.entity === 'Contact' && isLookOnSite(question, 'external_identifier')
        ? { ...question.parameters, where: NOBODY }
        : question.parameters,
  },
  {
    name: 'a newcomer is not looked for by name and e-mail',
    change: (question) =>
      question.entity === 'Email' && isLookOnSite(question, 'contact_id.first_name')
        ? { ...question.parameters, where: NOBODY }
        : question.parameters,
  },
  {
    name: 'a newcomer is made without her number',
    change: ({ entity, action, parameters }) => {
      if (entity !== 'Contact' || action !== 'create') return parameters;
      const { external_identifier: _, ...values } = parameters['values'] as Record<string, unknown>;
      return { ...parameters, values };
    },
  },
  FORGOTTEN,
];

function questionOf({ path }: Asked): string {
  return new URL(path, 'http://here').searchParams.get('q') ?? '';
}

const NONE = '{"totalSize":0,"done":true,"records":[]}';
const asksByName = (asked: Asked): boolean => questionOf(asked).includes('WHERE FirstName = ');
const asksByNumber = (asked: Asked): boolean => questionOf(asked).includes(`WHERE ${PERSON_ID_FIELD} IN`);

/** Her number alone protects twice there: it is looked for, and Salesforce takes it once. Both are broken together. */
const ON_SALESFORCE: readonly Mutation[] = [
  {
    name: 'a newcomer is not looked for by name and e-mail',
    reply: (asked, text) => (asksByName(asked) ? NONE : text),
  },
  {
    name: 'a newcomer whose answer was lost is made again',
    rewrite: (asked) =>
      asked.method === 'POST' && asked.entity === 'Contact' ? without(asked, PERSON_ID_FIELD) : asked,
    reply: (asked, text) => (asksByName(asked) || asksByNumber(asked) ? NONE : text),
  },
  FORGOTTEN,
];

export function newcomerMutationsOn(crm: SimulatedCrm): readonly Mutation[] {
  return crm === 'civicrm' ? ON_CIVICRM : ON_SALESFORCE;
}
