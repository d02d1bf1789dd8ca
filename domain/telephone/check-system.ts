/** What cannot be right in the settings of a telephone system, in words. */
import type { Sentence } from '../language.ts';
import { unknownPlaceholders } from './placeholders.ts';
import type { SystemQuestion, TelephoneSystem } from './systems.ts';

const NOT_ENCRYPTED: Sentence = {
  nl: 'Het adres moet met https:// beginnen: anders kan iedereen op het netwerk het nummer en het geheim lezen.',
  en: 'The address must begin with https://: else anybody on the network can read the number and the secret.',
};
const NO_ADDRESS: Sentence = {
  nl: 'Dit is geen adres. Het begint met https:// en staat in de uitleg van de telefooncentrale.',
  en: 'This is not an address. It begins with https:// and is in the manual of the telephone system.',
};
const SECRET_IN_ADDRESS: Sentence = {
  nl: 'Het geheim mag niet in het adres staan: adressen komen in logboeken terecht. Zet het in een kop of in de inhoud.',
  en: 'The secret may not be in the address: addresses end up in logs. Put it into a header or into the body.',
};
const NO_NUMBER: Sentence = {
  nl: 'Nergens staat {number}, {digits} of {national}: dan wordt er niemand gebeld.',
  en: 'There is no {number}, {digits} or {national} anywhere: then nobody is called.',
};
const NO_HEADER: Sentence = {
  nl: 'Een kop heeft een naam van letters en streepjes, zonder spaties.',
  en: 'A header has a name of letters and dashes, without spaces.',
};

const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;
/** Headers that say where a question goes, or how long it is. */
const OWN_HEADERS = new Set(['host', 'content-length', 'transfer-encoding', 'connection', 'cookie']);
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** @returns null when nothing is the matter */
export function refuseSystem(system: TelephoneSystem): Sentence | null {
  switch (system.kind) {
    case 'link':
      return null;
    case 'asterisk':
      return refuseAddress(system.url) ?? refuseUnknown(`${system.url}${system.endpoint}`);
    case 'click-to-dial': {
      const { dial, state, tokenUrl } = system;
      const all = `${dial.url}${dial.body}${dial.headers.map(({ value }) => value).join('')}`;
      if (!/\{(?:number|digits|national)\}/.test(all)) return NO_NUMBER;
      return (
        refuseQuestion(dial) ??
        (state === null ? null : refuseQuestion(state)) ??
        (tokenUrl === null ? null : refuseAddress(tokenUrl))
      );
    }
  }
}

function refuseQuestion({ url, headers, body }: SystemQuestion): Sentence | null {
  const isOdd = ({ name }: { readonly name: string }): boolean =>
    !HEADER_NAME.test(name) || OWN_HEADERS.has(name.toLowerCase());
  if (headers.some(isOdd)) return NO_HEADER;
  return refuseAddress(url) ?? refuseUnknown([url, body, ...headers.map(({ value }) => value)].join(''));
}

/** Plain http only to this very computer. */
function refuseAddress(text: string): Sentence | null {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || /[{}]|%7B/i.test(url.host)) return NO_ADDRESS;
  if (url.username !== '' || url.password !== '') return SECRET_IN_ADDRESS;
  if (/\{(?:secret|token)\}/.test(text)) return SECRET_IN_ADDRESS;
  return url.protocol === 'https:' || LOOPBACK.has(url.hostname) ? null : NOT_ENCRYPTED;
}

function refuseUnknown(texts: string): Sentence | null {
  const [unknown] = unknownPlaceholders(texts);
  if (unknown === undefined) return null;
  return {
    nl: `{${unknown}} is niet bekend. Er is {number}, {digits}, {national}, {device}, {secret}, {token} en {line}.`,
    en: `{${unknown}} is not known. There is {number}, {digits}, {national}, {device}, {secret}, {token} and {line}.`,
  };
}
