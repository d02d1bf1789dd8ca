/**
 * The only way into the backend: parses the input, checks the role, runs the handler, parses the answer, and makes
 * everything that goes wrong a typed failure. Hosts carry the question and the answer, and look into neither.
 */
import type { Answer } from '../../contract/failure.ts';
import {
  isProcedureName,
  PROCEDURES,
  type OutputOf,
  type ParsedInputOf,
  type ProcedureName,
} from '../../contract/index.ts';
import type { Procedure } from '../../contract/procedure.ts';
import { failureBehind } from '../../db/database-failure.ts';
import { hasPeople, readCurrentPerson, type Person } from '../../db/queries/people.ts';
import { askContext, type AskContext, type BackendContext } from './context.ts';
import { rolesHere } from './policy/policy.ts';
import { Refusal } from './refusal.ts';
import { staleAfter } from './stale-topics.ts';

export type Handler<Name extends ProcedureName> = (
  context: AskContext,
  input: ParsedInputOf<Name>,
) => Promise<OutputOf<Name>>;

export type Handlers = { readonly [Name in ProcedureName]: Handler<Name> };

export async function dispatch(
  context: BackendContext,
  handlers: Handlers,
  procedure: string,
  input: unknown,
  reportBug: (procedure: string, error: unknown) => void,
): Promise<Answer> {
  if (!isProcedureName(procedure)) return failed('not-found', UNKNOWN_PROCEDURE);
  try {
    return { ok: true, value: await run(context, handlers, procedure, input) };
  } catch (error) {
    if (error instanceof Refusal) return failed(error.code, error.sentence);
    const failure = failureBehind(error);
    if (failure?.code === 'disk-full') return failed('disk-full', failure.sentence);
    reportBug(procedure, error);
    return failed('unexpected', UNEXPECTED);
  }
}

async function run<Name extends ProcedureName>(
  context: BackendContext,
  handlers: Handlers,
  name: Name,
  input: unknown,
): Promise<unknown> {
  const procedure: Procedure = PROCEDURES[name];
  await context.presence.lockIfIdle();
  const person = await whoAsks(context, name, procedure);
  const parsed = procedure.input.safeParse(input ?? {});
  if (!parsed.success) throw new Refusal('invalid-input', INVALID_INPUT);
  const handler: Handler<Name> = handlers[name];
  const output = await handler(await askContext(context, person), parsed.data as ParsedInputOf<Name>);
  if (procedure.kind === 'command') context.announce(staleAfter(name));
  return procedure.output.parse(output);
}

/** A profile that nobody has used yet is empty: whoever opens it may connect it or practise, and ask nothing else. */
const NEWCOMER: Person = { id: 0, crmId: null, name: '', roles: ['coordinator'] };
const NEWCOMER_MAY = ['connection.', 'session.', 'practice.', 'files.'];
/** Before signing in: may ask what is open to everybody. */
const NOBODY: Person = { id: 0, crmId: null, name: '', roles: [] };

/** @throws Refusal `locked` when nobody is signed in, `not-allowed` when it is somebody else's work */
async function whoAsks(context: BackendContext, name: ProcedureName, procedure: Procedure): Promise<Person> {
  const { store, policy } = context;
  const current = await readCurrentPerson(store.reader);
  const person = current === null ? null : { ...current, roles: rolesHere(policy, current.roles) };
  if (procedure.isOpen === true) return person ?? NOBODY;
  if (person === null) {
    if (await hasPeople(store.reader)) throw new Refusal('locked', LOCKED);
    if (NEWCOMER_MAY.some((topic) => name.startsWith(topic))) return NEWCOMER;
  }
  if (person === null || !procedure.roles.some((role) => person.roles.includes(role))) {
    throw new Refusal('not-allowed', NOT_ALLOWED);
  }
  return person;
}

function failed(code: Refusal['code'], sentence: Refusal['sentence']): Answer {
  return { ok: false, failure: { code, sentence } };
}

const UNKNOWN_PROCEDURE = { nl: 'Deze vraag bestaat niet.', en: 'There is no such question.' };
const INVALID_INPUT = {
  nl: 'Deze vraag is niet begrepen. Er is niets veranderd.',
  en: 'This question was not understood. Nothing was changed.',
};
const LOCKED = {
  nl: 'Niemand is aangemeld. Kies eerst wie je bent.',
  en: 'Nobody is signed in. First choose who you are.',
};
const NOT_ALLOWED = {
  nl: 'Dit hoort niet bij jouw taak. Vraag het de coördinator.',
  en: 'This does not belong to your task. Ask the coordinator.',
};
const UNEXPECTED = {
  nl: 'Er ging hier iets mis wat niet hoort. Wat bewaard was, is veilig. Probeer het opnieuw, of start Dankbel opnieuw.',
  en: 'Something went wrong here that should not. What was saved is safe. Try again, or start Dankbel again.',
};
