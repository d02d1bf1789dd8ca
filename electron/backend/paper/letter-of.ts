/** Puts a letter together: the charity's texts, the donor's address, the pictures that are here. */
import { troubleOfText } from '../../../domain/charity/check-charity.ts';
import { picturesOf, type Charity } from '../../../domain/charity/charity.ts';
import { fillParagraphs } from '../../../domain/paper/fill-text.ts';
import type { Letter, SizedPicture } from '../../../domain/paper/letter-page.ts';
import { letterValues, writeLetterDay, type LetterFacts } from '../../../domain/paper/letter-values.ts';
import { findPicture, type Picture } from '../../../db/queries/pictures.ts';
import type { Reader } from '../../../db/store.ts';
import { Refusal } from '../refusal.ts';

export type Pictures = ReadonlyMap<string, Picture>;

export async function readPicturesOf(reader: Reader, charity: Charity): Promise<Pictures> {
  const found = new Map<string, Picture>();
  for (const id of picturesOf(charity)) {
    const picture = await findPicture(reader, id);
    if (picture !== null) found.set(id, picture);
  }
  return found;
}

/** @throws Refusal in words, for a placeholder that does not exist: nothing is printed with a hole in it */
export function letterOf(charity: Charity, facts: LetterFacts, address: readonly string[], pictures: Pictures): Letter {
  const { language, charityName, phone, today } = facts;
  const template = charity.letter[language].trim() === '' ? charity.letter.nl : charity.letter[language];
  const trouble = troubleOfText(template);
  if (trouble !== null) throw new Refusal('refused', trouble);
  const [signatory] = charity.signatories;
  return {
    language,
    window: charity.window,
    logo: sized(charity.logo, pictures),
    charityName,
    returnAddress: charity.returnAddress,
    address,
    day: writeLetterDay(today, language),
    paragraphs: fillParagraphs(template, letterValues(facts)),
    signature: sized(signatory?.picture ?? null, pictures),
    signedBy:
      signatory === undefined
        ? [charityName]
        : [signatory.name, signatory.role[language] || signatory.role.nl].filter((line) => line.trim() !== ''),
    foot: phone,
  };
}

function sized(id: string | null, pictures: Pictures): SizedPicture | null {
  const picture = id === null ? undefined : pictures.get(id);
  return picture === undefined ? null : { picture: picture.id, width: picture.width, height: picture.height };
}
