/** Gives a PDF to the person: it is saved under its name, to be opened and printed. */
import type { OutputOf } from '../../contract/index.ts';

const FORGET_AFTER_MILLISECONDS = 60_000;

export function savePdf({ fileName, base64 }: OutputOf<'paper.letters'>): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), FORGET_AFTER_MILLISECONDS);
}
