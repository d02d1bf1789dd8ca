/** What may be changed about the people of a workstation. There is always a coordinator: nobody else could let one in. */
import type { Sentence } from '../language.ts';
import type { Role } from '../role.ts';

export interface PersonHere {
  readonly id: number;
  readonly name: string;
  /** Contact of the CRM's user; null for somebody whom only this workstation knows. */
  readonly crmId: number | null;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
}

const LONGEST_NAME = 80;

export interface PeopleRefusal {
  readonly field: 'name' | 'roles' | 'crmId';
  readonly sentence: Sentence;
}

/** Why `next`, with the id 0 for somebody new, cannot be; empty when it can. */
export function refusalsOfPerson(people: readonly PersonHere[], next: PersonHere): readonly PeopleRefusal[] {
  const others = people.filter(({ id }) => id !== next.id);
  const refusals: PeopleRefusal[] = [];
  const name = next.name.trim();
  if (name === '' || name.length > LONGEST_NAME) refusals.push({ field: 'name', sentence: NAME });
  // Questions are handed over by name, so two who are here together may not share one.
  else if (next.isActive && others.some((other) => other.isActive && sameName(other.name, name))) {
    refusals.push({ field: 'name', sentence: SAME_NAME });
  }
  if (next.roles.length === 0) refusals.push({ field: 'roles', sentence: NO_ROLE });
  else if (!hasCoordinator([...others, next])) refusals.push({ field: 'roles', sentence: LAST_COORDINATOR });
  if (next.crmId !== null && others.some(({ crmId }) => crmId === next.crmId)) {
    refusals.push({ field: 'crmId', sentence: SAME_USER });
  }
  return refusals;
}

/** Whether this is the only one who is here as a coordinator. */
export function isLastCoordinator(people: readonly PersonHere[], id: number): boolean {
  return hasCoordinator(people) && !hasCoordinator(people.filter((person) => person.id !== id));
}

function hasCoordinator(people: readonly PersonHere[]): boolean {
  return people.some(({ isActive, roles }) => isActive && roles.includes('coordinator'));
}

function sameName(left: string, right: string): boolean {
  return left.trim().toLocaleLowerCase('nl') === right.trim().toLocaleLowerCase('nl');
}

const NAME: Sentence = {
  nl: 'Vul een naam in van hoogstens 80 tekens.',
  en: 'Fill in a name of at most 80 characters.',
};
const SAME_NAME: Sentence = {
  nl: 'Zo heet hier al iemand. Zet er een achternaam of letter bij.',
  en: 'Somebody here has that name already. Add a surname or a letter.',
};
const NO_ROLE: Sentence = { nl: 'Kies minstens één taak.', en: 'Choose at least one task.' };
const SAME_USER: Sentence = {
  nl: 'Deze gebruiker van het CRM hoort al bij iemand anders.',
  en: 'This user of the CRM belongs to somebody else already.',
};
export const LAST_COORDINATOR: Sentence = {
  nl: 'Er moet een coördinator blijven. Maak eerst iemand anders coördinator.',
  en: 'A coordinator has to stay. First make somebody else a coordinator.',
};
