/** "Waarom staat mevrouw Knaap niet op mijn lijst?" typed in the search box is a search for mevrouw Knaap. */
const QUESTIONS: readonly RegExp[] = [
  /^\s*waarom\s+(?:staat|is|zit)\s+(.+?)\s+(?:nu\s+|vandaag\s+)?(?:niet|wel)?\s*(?:op|in)\s+(?:de|mijn|onze)\s+(?:bel)?lijst.*$/iu,
  /^\s*why\s+(?:is|isn.t)\s+(.+?)\s+(?:not\s+)?(?:now\s+|today\s+)?on\s+(?:the|my|our)\s+(?:call(?:ing)?\s+)?list.*$/iu,
];
const TITLES = /^(?:mevrouw|meneer|de heer|mw\.?|dhr\.?|mrs?\.?|ms\.?)\s+/iu;

/** Whom the question is about; the text itself when it is no such question. */
export function subjectOf(text: string): string {
  for (const question of QUESTIONS) {
    const [, subject] = question.exec(text) ?? [];
    if (subject !== undefined) return subject.replace(TITLES, '');
  }
  return text;
}
