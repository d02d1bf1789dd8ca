/** How much a charity may write, and which bytes are a picture: the last that is kept and the first that is not. */
import { describe, expect, it } from 'vitest';
import { NEW_CHARITY, NO_STORY, type Charity } from '../../../domain/charity/charity.ts';
import { checkCharity, LONGEST, MOST_PROJECTS, MOST_SIGNATORIES } from '../../../domain/charity/check-charity.ts';
import {
  LONGEST_SIDE,
  MOST_CHOSEN_BYTES,
  MOST_PICTURE_BYTES,
  pictureOf,
  pictureTooLarge,
} from '../../../domain/charity/picture.ts';
import { storyFor } from '../../../domain/charity/story-for.ts';
import { TINY_PNG } from '../../support/tiny-pictures.ts';

const text = (length: number): string => 'x'.repeat(length);
const both = (length: number) => ({ nl: text(length), en: text(length) });
const signatory = { id: 's', name: 'Jonneke Tolsma', role: { nl: 'directeur', en: 'director' }, picture: null };
const project = (name: string) => ({ id: name, name, story: NO_STORY });
const fields = (change: Partial<Charity>): readonly string[] =>
  checkCharity({ ...NEW_CHARITY, ...change }).map(({ field }) => field);

describe('what a charity writes', () => {
  it.each<[string, (more: number) => Partial<Charity>, readonly string[]]>([
    ['name', (more) => ({ name: text(LONGEST.line + more) }), ['name']],
    ['return address', (more) => ({ returnAddress: text(LONGEST.line + more) }), ['returnAddress']],
    [
      'story',
      (more) => ({ story: { ...NO_STORY, does: both(LONGEST.story + more), now: both(LONGEST.story + more) } }),
      ['story.does.nl', 'story.does.en', 'story.now.nl', 'story.now.en'],
    ],
    [
      'words of a picture',
      (more) => ({ story: { ...NO_STORY, pictureText: both(LONGEST.pictureText + more) } }),
      ['story.pictureText.nl', 'story.pictureText.en'],
    ],
    ['letter', (more) => ({ letter: both(LONGEST.letter + more) }), ['letter.nl', 'letter.en']],
    ['cards', (more) => ({ cards: both(LONGEST.cards + more) }), ['cards.nl', 'cards.en']],
    [
      'name of who signs',
      (more) => ({ signatories: [{ ...signatory, name: text(LONGEST.line + more) }] }),
      ['signatories.0.name'],
    ],
    [
      'role of who signs',
      (more) => ({ signatories: [{ ...signatory, role: both(LONGEST.line + more) }] }),
      ['signatories.0.role.nl', 'signatories.0.role.en'],
    ],
    ['name of a project', (more) => ({ projects: [project(text(LONGEST.line + more))] }), ['projects.0.name']],
    [
      'number of people who sign',
      (more) => ({ signatories: Array.from({ length: MOST_SIGNATORIES + more }, () => signatory) }),
      ['signatories'],
    ],
    [
      'number of projects',
      (more) => ({ projects: Array.from({ length: MOST_PROJECTS + more }, (_, id) => project(`P${id}`)) }),
      ['projects'],
    ],
  ])('has a longest %s', (_, change, refused) => {
    expect(fields(change(0))).toEqual([]);
    expect(fields(change(1))).toEqual(refused);
  });

  it('has these limits', () => {
    expect(LONGEST).toEqual({ line: 120, pictureText: 200, story: 1_200, letter: 6_000, cards: 4_000 });
    expect([MOST_PROJECTS, MOST_SIGNATORIES]).toEqual([100, 8]);
  });

  it('names each project, and each once', () => {
    expect(fields({ projects: [project(''), project(' ')] })).toEqual(['projects.0.name', 'projects.1.name']);
    expect(fields({ projects: [project('Les'), project('LES'), project('Bad')] })).toEqual(['projects.1.name']);
    expect(fields({ phone: '+31 38 123 45 67' })).toEqual([]);
  });
});

describe('a picture', () => {
  const png = (width: number, height: number): Uint8Array => {
    const bytes = new Uint8Array(Buffer.from(TINY_PNG, 'base64'));
    const view = new DataView(bytes.buffer);
    view.setUint32(16, width);
    view.setUint32(20, height);
    return bytes;
  };
  /** Start, other segments, then a frame of 5 by 3 of a kind. */
  const jpeg = (frame = 0xc0, segments: readonly number[] = [0xff, 0xe0, 0, 4, 1, 2], rest = [1, 1]): Uint8Array =>
    new Uint8Array([0xff, 0xd8, ...segments, 0xff, frame, 0, 11, 8, 0, 3, 0, 5, ...rest]);
  const size = (bytes: Uint8Array): readonly number[] | null => {
    const facts = pictureOf(bytes);
    return facts === null ? null : [facts.width, facts.height];
  };

  it('has at least one dot, and at most 3,000 on a side', () => {
    expect(LONGEST_SIDE).toBe(3_000);
    expect([MOST_PICTURE_BYTES, MOST_CHOSEN_BYTES]).toEqual([700_000, 20_000_000]);
    expect(size(png(1, 1))).toEqual([1, 1]);
    expect(size(png(3_000, 3_000))).toEqual([3_000, 3_000]);
    for (const [width, height] of [
      [0, 1],
      [1, 0],
      [3_001, 1],
      [1, 3_001],
    ] as const) {
      expect(size(png(width, height))).toBeNull();
    }
  });

  it('in PNG has its whole head, to the last byte', () => {
    expect(size(png(2, 1).slice(0, 33))).toEqual([2, 1]);
    expect(size(png(2, 1).slice(0, 32))).toBeNull();
    for (let at = 0; at < 16; at += 1) {
      const damaged = png(2, 1);
      damaged[at] = 0x77;
      expect(size(damaged)).toBeNull();
    }
  });

  it.each([0xc0, 0xc1, 0xc2])('in JPEG has a frame of the kind %d', (frame) => {
    expect(size(jpeg(frame))).toEqual([5, 3]);
  });

  it('in JPEG may have any segments before its frame, or none', () => {
    expect(size(jpeg(0xc0, []))).toEqual([5, 3]);
    expect(size(jpeg(0xc0, [0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xe1, 0, 3, 9]))).toEqual([5, 3]);
    // A length that counts nothing, not even itself, is taken for the least.
    expect(size(jpeg(0xc0, [0xff, 0xe0, 0, 0]))).toEqual([5, 3]);
    expect(size(jpeg(0xc0, [0xff, 0xe0, 0, 1]))).toEqual([5, 3]);
    expect(size(jpeg(0xc0, [0xff, 0xe0, 0, 2]))).toEqual([5, 3]);
  });

  it('in JPEG has its frame before it begins to be drawn, whole, and no other kind of it', () => {
    expect(size(jpeg(0xc0, [0xff, 0xda, 0, 4, 1, 2]))).toBeNull();
    expect(size(jpeg(0xc3))).toBeNull();
    expect(size(jpeg(0xc0, [], []))).toEqual([5, 3]);
    expect(size(jpeg(0xc0, [], []).slice(0, -1))).toBeNull();
    expect(size(jpeg(0xc0, [0x00]))).toBeNull();
    const wrong = jpeg();
    wrong[0] = 0xfe;
    expect(size(wrong)).toBeNull();
    const other = jpeg();
    other[1] = 0xd9;
    expect(size(other)).toBeNull();
  });

  it.each([
    [999_000, '999 kB', '999 kB'],
    [999_001, '1000 kB', '1000 kB'],
    [1_000_000, '1,0 MB', '1.0 MB'],
    [1_250_000, '1,3 MB', '1.3 MB'],
    [1, '1 kB', '1 kB'],
  ])('of %d bytes is said to be %s', (bytes, nl, en) => {
    expect(pictureTooLarge(bytes, 700_000)).toEqual({
      nl: `Deze foto is ${nl}. Kies er een van hoogstens 700 kB.`,
      en: `This picture is ${en}. Choose one of 700 kB at most.`,
    });
  });
});

describe('a story', () => {
  const NONE = { nl: '', en: '' };
  const general = { ...NO_STORY, does: { nl: 'Wij leren kinderen zwemmen.', en: '' } };
  const own = (story: Partial<typeof NO_STORY>): Charity => ({
    ...NEW_CHARITY,
    story: general,
    projects: [{ ...project('Bad'), story: { ...NO_STORY, ...story } }],
  });

  it.each([
    ['what the gift does', { does: { nl: 'Er komt een bad.', en: '' } }],
    ['what is worked on', { now: { nl: '', en: 'We are building.' } }],
    ['a picture', { picture: 'a'.repeat(64) }],
  ])('is the project’s when it has %s of its own', (_, story) => {
    expect(storyFor(own(story), 'bad')?.project).toBe('Bad');
  });

  it('is there when only one of its parts is', () => {
    const charity = (story: Partial<typeof NO_STORY>): Charity => ({
      ...NEW_CHARITY,
      story: { ...NO_STORY, ...story },
    });
    expect(storyFor(charity({ now: { nl: 'Nu.', en: '' } }), null)).toMatchObject({ does: NONE, now: { en: 'Nu.' } });
    expect(storyFor(charity({ picture: 'a'.repeat(64) }), null)).toMatchObject({ picture: 'a'.repeat(64) });
  });
});
