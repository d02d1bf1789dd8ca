/** Watches how a workstation makes a contact of a newcomer: whoever is in the CRM when it begins to look is not made. */
import type { Connector } from '../../sync/connector.ts';
import type { Question } from './network.ts';
import { typeIn, type Adding } from './newcomers.ts';
import { demand } from './violation.ts';
import type { Companion, World } from './world.ts';

export function watchAdding({ arrivals }: World, { workstation }: Companion, connector: Connector): Connector {
  if (connector.addContact === undefined) return connector;
  return {
    ...connector,
    addContact: async (person) => {
      arrivals.adding.set(workstation.index, { lastName: person.lastName, known: null });
      try {
        return (await connector.addContact?.(person)) ?? 0;
      } finally {
        arrivals.adding.delete(workstation.index);
      }
    },
  };
}

/** Before a question is let through. @returns what is to be done after it */
export async function watchQuestion(world: World, companion: Companion, question: Question): Promise<() => void> {
  const adding = world.arrivals.adding.get(companion.workstation.index);
  if (adding?.known === null) await begin(world, adding);
  if (question.entity !== 'Contact' || question.action !== 'create') return () => undefined;
  const before = world.view.existing();
  return () => {
    if (noteMade(world, question, before) && adding !== undefined) demandUnknown(adding, companion);
  };
}

/**
 * In one of four evenings somebody in the office is quicker by a moment, once for each newcomer: after the workstation
 * fetched what is new, and before it looks.
 */
async function begin(world: World, adding: Adding): Promise<void> {
  const { arrivals, plan, view } = world;
  const person = arrivals.people.find(({ lastName }) => lastName === adding.lastName);
  const isThere = [...arrivals.made.values(), ...arrivals.typed.values()].includes(adding.lastName);
  if (plan.seed % 4 === 0 && person !== undefined && !isThere) {
    await typeIn(world, person);
    world.coverage.count('newcomer', 'typed in before the look');
  }
  const living = view.living();
  const registers = [...view.registers().values()];
  const isAsTyped = (id: number): boolean => {
    const own = new Set(registers.filter(({ contactId }) => contactId === id).map(({ value }) => value));
    return own.has(`${person?.firstName}||${person?.lastName}`) && own.has(person?.email ?? '');
  };
  adding.known = [...arrivals.typed].flatMap(([id, name]) =>
    name === adding.lastName && living.has(id) && isAsTyped(id) ? [id] : [],
  );
}

/** A contact that came into being by what was just let through. @param before which contacts there were @returns whether one did */
function noteMade({ arrivals, view, note }: World, question: Question, before: ReadonlySet<number>): boolean {
  const words = JSON.stringify(question.parameters);
  const person = arrivals.people.find(({ lastName }) => words.includes(lastName));
  let isMade = false;
  for (const contactId of view.existing()) {
    if (before.has(contactId) || person === undefined) continue;
    arrivals.made.set(contactId, person.lastName);
    note(`    contact ${contactId} is made for ${person.lastName}`);
    isMade = true;
  }
  return isMade;
}

/** @throws Violation when somebody was made who was there, and whom no read that is behind hid */
function demandUnknown({ lastName, known }: Adding, { round, workstation: { index } }: Companion): void {
  const [first] = round?.wasStale === true ? [] : (known ?? []);
  demand(
    first === undefined,
    'newcomers',
    () => `${lastName} is made by workstation ${index}, and was there as contact ${first}`,
  );
}
