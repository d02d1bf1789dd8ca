/** A charity with its CRM, and donors of a fundraising site of whom it is known who they are. The same for one seed. */
import type { Candidate, Identity } from '../../../domain/matching/identity.ts';
import { chanceOf, type Chance } from './chance.ts';
import { People, type Person } from './people.ts';
import { crmRecord, drawNameUse, lifeGoesOn, siteRecord } from './records.ts';
import { branchOf, crmOrganisation, drawOrganisation, siteOrganisation, type Organisation } from './organisations.ts';

export const KINDS = [
  'stayed',
  'moved',
  'renamed',
  'moved-renamed',
  'organisation',
  'for-organisation',
  'relative',
  'namesake',
  'branch',
  'stranger',
] as const;
/**
 * In the CRM: `stayed`, `moved`, `renamed` (married or divorced), both, and `organisation`. Not in the CRM: whoever fills in
 * a form for an organisation that is not, a `relative` in the house of a donor, a `namesake`, another `branch` of a firm,
 * and a `stranger`.
 */
export type Kind = (typeof KINDS)[number];

export interface SourceDonor {
  readonly id: number;
  readonly kind: Kind;
  readonly identity: Identity;
  /** Who she is in the CRM; several when the CRM has her twice, none when she is new. */
  readonly truth: ReadonlySet<number>;
}

export interface World {
  readonly crm: readonly Candidate[];
  readonly sources: readonly SourceDonor[];
}

export interface WorldSize {
  readonly donors: number;
  readonly sources: number;
}

interface Known {
  readonly person: Person;
  readonly name: ReturnType<typeof drawNameUse>;
  readonly donorIds: Set<number>;
}

export function createWorld(seed: number, { donors, sources }: WorldSize): World {
  const chance = chanceOf(seed);
  const people = new People(chance);
  const crm: Candidate[] = [];
  const add = (identity: Identity): number => {
    crm.push({ donorId: crm.length + 1, identity });
    return crm.length;
  };
  const known: Known[] = [];
  const relatives: Person[] = [];
  const firms: { readonly firm: Organisation; readonly donorId: number }[] = [];
  while (crm.length < donors) {
    if (chance.percent(4)) {
      const firm = drawOrganisation(chance, people);
      firms.push({ firm, donorId: add(crmOrganisation(chance, firm)) });
      continue;
    }
    const { members } = people.household();
    for (const [place, person] of members.entries()) {
      // The first of a house is a donor; of the others one in five is one too.
      if (place > 0 && !chance.percent(20)) {
        relatives.push(person);
        continue;
      }
      const name = drawNameUse(chance, person);
      const donorIds = new Set([add(crmRecord(chance, person, name))]);
      // Every CRM has people twice.
      if (chance.percent(1.5)) donorIds.add(add(crmRecord(chance, person, name)));
      known.push({ person, name, donorIds });
    }
  }
  const drawn = Array.from({ length: sources }, (_, index) => ({
    id: index + 1,
    ...drawSource({ chance, people, known, relatives, firms }),
  }));
  return { crm, sources: drawn };
}

interface Charity {
  readonly chance: Chance;
  readonly people: People;
  readonly known: readonly Known[];
  readonly relatives: readonly Person[];
  readonly firms: readonly { readonly firm: Organisation; readonly donorId: number }[];
}

const NOBODY: ReadonlySet<number> = new Set();

function drawSource({ chance, people, known, relatives, firms }: Charity): Omit<SourceDonor, 'id'> {
  const fresh = (person: Person): Identity =>
    siteRecord(chance, person, lifeGoesOn(chance, people, person, drawNameUse(chance, person)));
  const somebody = (): Person => chance.one(people.household().members);
  const what = chance.weighted([
    ['known', 60],
    ['relative', 9],
    ['namesake', 3],
    ['stranger', 22],
    ['firm', 3],
    ['branch', 1],
    ['new-firm', 2],
  ] as const);
  switch (what) {
    case 'known': {
      const { person, name, donorIds } = chance.one(known);
      const life = lifeGoesOn(chance, people, person, name);
      const kind = life.hasMoved
        ? life.hasMarried
          ? 'moved-renamed'
          : 'moved'
        : life.hasMarried
          ? 'renamed'
          : 'stayed';
      return { kind, identity: siteRecord(chance, person, life), truth: donorIds };
    }
    case 'relative':
      return { kind: 'relative', identity: fresh(chance.one(relatives)), truth: NOBODY };
    case 'namesake':
      return { kind: 'namesake', identity: fresh(people.namesake(chance.one(known).person)), truth: NOBODY };
    case 'stranger':
      return { kind: 'stranger', identity: fresh(somebody()), truth: NOBODY };
    case 'firm': {
      const { firm, donorId } = chance.one(firms);
      return { kind: 'organisation', identity: siteOrganisation(chance, firm, somebody()), truth: new Set([donorId]) };
    }
    case 'branch': {
      const branch = branchOf(chance, people, chance.one(firms).firm);
      return { kind: 'branch', identity: siteOrganisation(chance, branch, somebody()), truth: NOBODY };
    }
    case 'new-firm': {
      const firm = drawOrganisation(chance, people);
      return { kind: 'for-organisation', identity: siteOrganisation(chance, firm, somebody()), truth: NOBODY };
    }
  }
}
