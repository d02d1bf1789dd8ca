/** Which story belongs to a gift. */
import type { Sentence } from '../language.ts';
import type { Charity, PictureId, Project, Story } from './charity.ts';

export interface GiftStory {
  /** The charity's own name of the project; null for the general story. */
  readonly project: string | null;
  readonly does: Sentence;
  readonly now: Sentence;
  readonly picture: PictureId | null;
  readonly pictureText: Sentence;
}

/**
 * The story of the gift's project, else the general one; null when the charity has written neither. Each part that a
 * project leaves empty is the general one's: a project may have only a picture of its own.
 *
 * @param project the campaign of the gift as the CRM names it; null for a gift without one
 */
export function storyFor({ story: general, projects }: Charity, project: string | null): GiftStory | null {
  const own = project === null ? undefined : projects.find(({ name }) => fold(name) === fold(project));
  const story = completed(own?.story ?? general, general);
  const isEmpty = !hasWords(story.does) && !hasWords(story.now) && story.picture === null;
  return isEmpty ? null : { project: own === undefined || isWithoutStory(own) ? null : own.name, ...story };
}

/** A name as it is compared: "zwemles  voor ieder kind" is "Zwemles voor ieder kind". */
export function fold(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nl');
}

function completed(own: Story, general: Story): Story {
  const isPictured = own.picture !== null;
  return {
    does: filled(own.does, general.does),
    now: filled(own.now, general.now),
    picture: isPictured ? own.picture : general.picture,
    pictureText: isPictured ? own.pictureText : general.pictureText,
  };
}

/** Written in one language only, it is that in both: better than the story of something else. */
function filled(own: Sentence, general: Sentence): Sentence {
  const words = hasWords(own) ? own : general;
  return { nl: words.nl.trim() || words.en.trim(), en: words.en.trim() || words.nl.trim() };
}

function isWithoutStory({ story }: Project): boolean {
  return !hasWords(story.does) && !hasWords(story.now) && story.picture === null;
}

function hasWords({ nl, en }: Sentence): boolean {
  return nl.trim() !== '' || en.trim() !== '';
}
