/**
 * What the charity says of itself: name, telephone, who signs, the stories of its projects, and its letter. It is one
 * value: a change makes a new version of all of it.
 */
import { z } from 'zod';
import type { Sentence } from '../language.ts';
import { STANDARD_CARDS, STANDARD_LETTER } from './standard-texts.ts';

/** Hash of the bytes of a picture that is kept in the profile. */
export type PictureId = string;

const words = z.object({ nl: z.string(), en: z.string() });
const picture = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

const storySchema = z.object({
  /** What the gift does, in a few sentences that can be said aloud. */
  does: words,
  /** What is worked on now. */
  now: words,
  picture,
  /** What is to be seen on the picture, for who cannot see it. */
  pictureText: words,
});
export type Story = z.infer<typeof storySchema>;

const signatorySchema = z.object({ id: z.string(), name: z.string(), role: words, picture });
export type Signatory = z.infer<typeof signatorySchema>;

/** A project is found by its name, which is that of the campaign in the CRM. */
const projectSchema = z.object({ id: z.string(), name: z.string(), story: storySchema });
export type Project = z.infer<typeof projectSchema>;

/** Lengths are checked in words by `checkCharity`; these bounds only keep out what no person typed. */
export const charitySchema = z.object({
  /** Empty: the name of the organisation in the CRM. */
  name: z.string(),
  /** As it is shown to donors, in a letter and in the call. */
  phone: z.string(),
  /** One line above the address in the window of the envelope. */
  returnAddress: z.string(),
  /** Where the window of the charity's envelopes is. */
  window: z.enum(['left', 'right']).default('left'),
  logo: picture,
  signatories: z.array(signatorySchema),
  /** For a gift without a project, and for a project without a story. */
  story: storySchema,
  projects: z.array(projectSchema),
  /** Paragraphs with placeholders, an empty line between them, per language of the donor. */
  letter: words,
  /** Suggestions for handwritten cards, an empty line between them. */
  cards: words,
});
export type Charity = z.infer<typeof charitySchema>;

const NO_WORDS: Sentence = { nl: '', en: '' };

export const NO_STORY: Story = { does: NO_WORDS, now: NO_WORDS, picture: null, pictureText: NO_WORDS };

export const NEW_CHARITY: Charity = {
  name: '',
  phone: '',
  returnAddress: '',
  window: 'left',
  logo: null,
  signatories: [],
  story: NO_STORY,
  projects: [],
  letter: STANDARD_LETTER,
  cards: STANDARD_CARDS,
};

/** Every picture that a charity shows. */
export function picturesOf({ logo, signatories, story, projects }: Charity): readonly PictureId[] {
  const all = [
    logo,
    story.picture,
    ...signatories.map(({ picture: own }) => own),
    ...projects.map((project) => project.story.picture),
  ];
  return [...new Set(all.filter((id) => id !== null))];
}
