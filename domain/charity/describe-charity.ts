/** What a change of the charity's texts was, one line each, for the history. */
import type { Sentence } from '../language.ts';
import type { Charity, Project } from './charity.ts';

const PARTS: readonly { readonly of: (charity: Charity) => unknown; readonly name: Sentence }[] = [
  { of: ({ name }) => name, name: { nl: 'Naam', en: 'Name' } },
  { of: ({ phone }) => phone, name: { nl: 'Telefoonnummer', en: 'Telephone number' } },
  { of: ({ returnAddress }) => returnAddress, name: { nl: 'Retouradres', en: 'Return address' } },
  { of: ({ window }) => window, name: { nl: 'Venster van de envelop', en: 'Window of the envelope' } },
  { of: ({ logo }) => logo, name: { nl: 'Logo', en: 'Logo' } },
  { of: ({ signatories }) => signatories, name: { nl: 'Ondertekening', en: 'Signatures' } },
  { of: ({ story }) => story, name: { nl: 'Algemeen verhaal', en: 'General story' } },
  { of: ({ letter }) => letter, name: { nl: 'Brief', en: 'Letter' } },
  { of: ({ cards }) => cards, name: { nl: 'Kaartteksten', en: 'Texts for cards' } },
];

export function describeCharityChanges(before: Charity, after: Charity): readonly Sentence[] {
  const parts = PARTS.filter(({ of }) => JSON.stringify(of(before)) !== JSON.stringify(of(after)));
  return [
    ...parts.map(({ name }) => ({ nl: `${name.nl} veranderd.`, en: `${name.en} changed.` })),
    ...describeProjects(before.projects, after.projects),
  ];
}

function describeProjects(before: readonly Project[], after: readonly Project[]): readonly Sentence[] {
  const earlier = new Map(before.map((project) => [project.id, project]));
  const gone = before.filter(({ id }) => !after.some((project) => project.id === id));
  return [
    ...after.flatMap((project): Sentence[] => {
      const known = earlier.get(project.id);
      const { name } = project;
      if (known === undefined) return [{ nl: `Project erbij: ${name}.`, en: `Project added: ${name}.` }];
      if (JSON.stringify(known) === JSON.stringify(project)) return [];
      return [{ nl: `Project veranderd: ${name}.`, en: `Project changed: ${name}.` }];
    }),
    ...gone.map(({ name }) => ({ nl: `Project weggehaald: ${name}.`, en: `Project taken away: ${name}.` })),
    ...(isReordered(before, after)
      ? [{ nl: 'Volgorde van projecten veranderd.', en: 'Order of projects changed.' }]
      : []),
  ];
}

function isReordered(before: readonly Project[], after: readonly Project[]): boolean {
  const ids = (projects: readonly Project[], others: readonly Project[]): string =>
    projects
      .filter(({ id }) => others.some((other) => other.id === id))
      .map(({ id }) => id)
      .join('\n');
  return ids(before, after) !== ids(after, before);
}
