/** The charity's own texts: which story belongs to a gift, what cannot be kept, and what a change was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charitySchema, NEW_CHARITY, NO_STORY, picturesOf, type Charity } from '../../../domain/charity/charity.ts';
import { checkCharity, LONGEST, MOST_PROJECTS } from '../../../domain/charity/check-charity.ts';
import { describeCharityChanges } from '../../../domain/charity/describe-charity.ts';
import { LONGEST_SIDE, pictureOf, pictureTooLarge } from '../../../domain/charity/picture.ts';
import { fillPlaceholders, PLACEHOLDERS, unknownPlaceholders } from '../../../domain/charity/placeholders.ts';
import { PRACTICE_CHARITY } from '../../../domain/charity/practice-charity.ts';
import { storyFor } from '../../../domain/charity/story-for.ts';
import { TINY_PNG } from '../../support/tiny-pictures.ts';

const PICTURE = 'a'.repeat(64);
const OWN = { id: 'own', name: 'Zwemles voor ieder kind', story: NO_STORY };

describe('storyFor', () => {
  it('finds the project by the campaign of the gift, however it is spaced or written', () => {
    expect(storyFor(PRACTICE_CHARITY, ' ZWEMLES  voor ieder kind')).toMatchObject({
      project: 'Zwemles voor ieder kind',
      does: { nl: expect.stringMatching(/^Amina/) as string },
    });
  });

  it('tells the general story of a gift without a project, and of a project without a story', () => {
    const general = storyFor(PRACTICE_CHARITY, null);
    expect(general).toMatchObject({ project: null, does: PRACTICE_CHARITY.story.does });
    expect(storyFor(PRACTICE_CHARITY, 'Kerstactie 2025')).toEqual(general);
    expect(storyFor({ ...PRACTICE_CHARITY, projects: [OWN] }, OWN.name)).toEqual(general);
  });

  it('fills in from the general story what a project leaves empty, and from the other language what that leaves empty', () => {
    const does = { nl: '', en: 'A child swims.' };
    const pictureText = { nl: 'Een kind in het water', en: '' };
    const charity: Charity = {
      ...PRACTICE_CHARITY,
      projects: [{ ...OWN, story: { ...NO_STORY, does, picture: PICTURE, pictureText } }],
    };
    expect(storyFor(charity, OWN.name)).toEqual({
      project: OWN.name,
      does: { nl: 'A child swims.', en: 'A child swims.' },
      now: PRACTICE_CHARITY.story.now,
      picture: PICTURE,
      pictureText,
    });
    expect(picturesOf(charity)).toEqual([PICTURE]);
  });

  it('tells nothing while nothing was written', () => {
    expect(storyFor(NEW_CHARITY, null)).toBeNull();
    expect(storyFor({ ...NEW_CHARITY, projects: [OWN] }, OWN.name)).toBeNull();
  });
});

describe('checkCharity', () => {
  it('keeps what a charity begins with, and what the practice charity says', () => {
    expect(checkCharity(NEW_CHARITY)).toEqual([]);
    expect(checkCharity(PRACTICE_CHARITY)).toEqual([]);
    expect(charitySchema.parse(PRACTICE_CHARITY)).toEqual(PRACTICE_CHARITY);
  });

  it('says by field and in words what cannot be', () => {
    const refused = checkCharity({
      ...NEW_CHARITY,
      phone: '12',
      signatories: [{ id: 's', name: ' ', role: { nl: '', en: '' }, picture: null }],
      story: { ...NO_STORY, does: { nl: 'x'.repeat(LONGEST.story + 1), en: '' } },
      projects: [OWN, { ...OWN, id: 'again', name: 'zwemles voor ieder kind ' }],
      letter: { nl: '{aanhef},\n\nDank voor {gieft}.', en: 'Dear {name}' },
      cards: { nl: 'Dank }', en: '' },
    });
    expect(refused.map(({ field }) => field)).toEqual([
      'phone',
      'signatories.0.name',
      'story.does.nl',
      'projects.1.name',
      'letter.nl',
      'cards.nl',
    ]);
    expect(refused[2]?.sentence.nl).toBe('Dit zijn 1201 tekens. Maak er hoogstens 1200 van.');
    expect(refused[4]?.sentence.nl).toBe('{gieft} is geen invulplek. Kies er een uit de lijst, of haal het weg.');
    expect(refused[5]?.sentence.en).toBe('} is no placeholder. Choose one from the list, or take it away.');
    const many = Array.from({ length: MOST_PROJECTS + 1 }, (_, id) => ({ ...OWN, id: `${id}`, name: `P${id}` }));
    expect(checkCharity({ ...NEW_CHARITY, projects: many }).map(({ field }) => field)).toEqual(['projects']);
  });
});

describe('placeholders', () => {
  const values = Object.fromEntries(Object.keys(PLACEHOLDERS).map((id) => [id, `<${id}>`])) as Parameters<
    typeof fillPlaceholders
  >[1];

  it('are known by either name, in any case, with space around them', () => {
    expect(fillPlaceholders('{aanhef} { Salutation } {BEDRAG}', values)).toBe('<salutation> <salutation> <amount>');
  });

  it('are refused or filled, whatever text stands around them', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (unknownPlaceholders(text).length > 0) return;
        expect(() => fillPlaceholders(text, values)).not.toThrow();
      }),
    );
    expect(unknownPlaceholders('{onbekend} {aanhef} {onbekend} {')).toEqual(['{onbekend}', '{']);
    expect(unknownPlaceholders('{__proto__} {}')).toEqual(['{__proto__}', '{}']);
  });
});

describe('describeCharityChanges', () => {
  it('names what was changed, added, taken away and moved', () => {
    const [first, second] = PRACTICE_CHARITY.projects;
    if (first === undefined || second === undefined) throw new Error('the practice charity has two projects');
    const change = (after: Partial<Charity>): readonly string[] =>
      describeCharityChanges(PRACTICE_CHARITY, { ...PRACTICE_CHARITY, ...after }).map(({ nl }) => nl);
    expect(change({})).toEqual([]);
    expect(change({ name: 'Zwemvest', logo: PICTURE })).toEqual(['Naam veranderd.', 'Logo veranderd.']);
    expect(change({ projects: [second, first] })).toEqual(['Volgorde van projecten veranderd.']);
    expect(change({ projects: [{ ...first, name: 'Les' }, OWN] })).toEqual([
      'Project veranderd: Les.',
      'Project erbij: Zwemles voor ieder kind.',
      'Project weggehaald: Diploma A voor nieuwkomers.',
    ]);
  });
});

describe('pictureOf', () => {
  const png = new Uint8Array(Buffer.from(TINY_PNG, 'base64'));

  it('reads kind and size from the bytes', () => {
    expect(pictureOf(png)).toEqual({ type: 'image/png', width: 2, height: 1 });
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 3, 0, 5, 1, 1, 0x11, 0];
    expect(pictureOf(new Uint8Array(jpeg))).toEqual({ type: 'image/jpeg', width: 5, height: 3 });
  });

  it('takes nothing for a picture that is none, is cut off, or is larger than a page', () => {
    const wide = png.slice();
    new DataView(wide.buffer).setUint32(16, LONGEST_SIDE + 1);
    for (const bytes of [new Uint8Array(), png.slice(0, 20), wide, new TextEncoder().encode('<svg onload="x">')]) {
      expect(pictureOf(bytes)).toBeNull();
    }
    fc.assert(fc.property(fc.uint8Array(), (bytes) => pictureOf(bytes) === null));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (rest) => {
        pictureOf(new Uint8Array([0xff, 0xd8, ...rest]));
      }),
    );
  });

  it('says how large a file is, and how large it may be', () => {
    expect(pictureTooLarge(41_943_040, 20_000_000)).toEqual({
      nl: 'Deze foto is 41,9 MB. Kies er een van hoogstens 20,0 MB.',
      en: 'This picture is 41.9 MB. Choose one of 20.0 MB at most.',
    });
  });
});
