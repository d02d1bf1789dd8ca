/** "Waarom staat mevrouw Knaap niet op mijn lijst?" typed in the search box is a search for mevrouw Knaap. */
const QUESTIONS: readonly RegExp[] = [
  /^waarom (?:staat|is|zit) (.+?) (?:nu |vandaag )?(?:niet |wel )?(?:op|in) (?:de|mijn|onze) (?:bel)?lijst/iu,
  /^why (?:is|isn.t) (.+?) (?:not )?(?:now |today )?on (?:the|my|our) (?:call(?:ing)? )?list/iu,
];
const TITLES = /^(?:mevrouw|meneer|de heer|mw\.?|dhr\.?|mrs?\.?|ms\.?)\s+/iu;

/** Whom the question is about; the text itself when it is no such question. */
export function subjectOf(text: string): string {
  const asked = text.trim().replaceAll(/\s+/gu, ' ');
  for (const question of QUESTIONS) {
    const [, subject] = question.exec(asked) ?? [];
    if (subject !== undefined) return subject.replace(TITLES, '');
  }
  return text;
}
