/** XML of a workbook, as events. Whatever a file brings along of entities and document types is not carried out. */
import { SaxesParser } from 'saxes';
import type { Sentence } from '../../../domain/language.ts';
import { refuse } from '../refusal.ts';

export interface XmlEvents {
  /** Names without their prefix: "row", whatever the file calls the namespace. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** @param between is waited for after each piece. @throws FileRefusal when it is no XML */
export async function parseXml(
  file: string,
  pieces: AsyncIterable<string> | Iterable<string>,
  { open, close, text }: XmlEvents,
  between: () => Promise<void> | void = () => undefined,
): Promise<void> {
  const parser = new SaxesParser();
  let isBroken = false;
  let thrown: unknown = null;
  const guarded =
    <Value extends unknown[]>(work: ((...value: Value) => void) | undefined) =>
    (...value: Value): void => {
      if (thrown !== null || isBroken) return;
      try {
        work?.(...value);
      } catch (error) {
        thrown = error;
      }
    };
  parser.on('error', () => (isBroken = true));
  parser.on(
    'opentag',
    guarded(({ name, attributes }) => open?.(localName(name), attributes)),
  );
  parser.on(
    'closetag',
    guarded(({ name }) => close?.(localName(name))),
  );
  if (text !== undefined) {
    parser.on('text', guarded(text));
    parser.on('cdata', guarded(text));
  }
  for await (const piece of pieces) {
    parser.write(piece);
    if (thrown !== null) throw thrown;
    if (isBroken) throw refuse(file, DAMAGED);
    await between();
  }
  parser.close();
  if (thrown !== null) throw thrown;
  if (isBroken) throw refuse(file, DAMAGED);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const DAMAGED: Sentence = {
  nl: 'dit Excelbestand is beschadigd. Open het in Excel, bewaar het opnieuw, en kies het dan nog eens.',
  en: 'this Excel file is damaged. Open it in Excel, save it again, and then choose it once more.',
};
