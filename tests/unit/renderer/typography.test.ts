import { describe, expect, it } from 'vitest';
import {
  countWord,
  keepNameTogether,
  keepSurnameTogether,
  splitEmphasis,
  withHardSpaces,
  withoutTitle,
} from '../../../renderer/i18n/typography.ts';

const HARD = '\u00a0';

describe('typography', () => {
  it('keeps the euro sign with its amount', () => {
    expect(withHardSpaces('Eerste gift van € 25, later € 1.250,00.')).toBe(
      `Eerste gift van €${HARD}25, later €${HARD}1.250,00.`,
    );
    expect(withHardSpaces('€25 and a € sign')).toBe('€25 and a € sign');
  });

  it('keeps a short surname together, and lets a long one break', () => {
    expect(keepSurnameTogether('Mevrouw Van der Knaap')).toBe(`Mevrouw Van${HARD}der${HARD}Knaap`);
    expect(keepSurnameTogether('Ms Van der Knaap')).toBe(`Ms Van${HARD}der${HARD}Knaap`);
    expect(keepSurnameTogether('Meneer Van den Heuvel-Jansen')).toBe('Meneer Van den Heuvel-Jansen');
    expect(keepSurnameTogether('Robin van der Aa')).toBe('Robin van der Aa');
  });

  it('keeps the name together in what is said', () => {
    expect(keepNameTogether('Spreek ik met mevrouw Van der Knaap?', 'Mevrouw Van der Knaap')).toBe(
      `Spreek ik met mevrouw Van${HARD}der${HARD}Knaap?`,
    );
    expect(keepNameTogether('Hallo.', '')).toBe('Hallo.');
    expect(keepNameTogether('Hallo.', 'Mevrouw ')).toBe('Hallo.');
  });

  it('takes the title from a name', () => {
    expect(withoutTitle('Meneer De Wit')).toBe('De Wit');
    expect(withoutTitle('Stichting De Wit')).toBe('Stichting De Wit');
  });

  it('writes small counts as words', () => {
    expect([countWord(1, 'nl'), countWord(3, 'en'), countWord(13, 'nl')]).toEqual(['Eén', 'Three', '13']);
  });
});

describe('emphasis in a script', () => {
  const parts = (text: string): [string, boolean][] =>
    splitEmphasis(text).map(({ text: part, isStrong }) => [part, isStrong]);

  it('is found wherever it stands', () => {
    expect(parts('Dank. **Komt het gelegen?** Fijn.')).toEqual([
      ['Dank. ', false],
      ['Komt het gelegen?', true],
      [' Fijn.', false],
    ]);
    expect(parts('**Alles**')).toEqual([['Alles', true]]);
    expect(parts('niets')).toEqual([['niets', false]]);
  });

  it('shows a lonely mark as it is', () => {
    expect(parts('a **b** c ** d')).toEqual([
      ['a ', false],
      ['b', true],
      [' c ', false],
      ['** d', false],
    ]);
  });
});
