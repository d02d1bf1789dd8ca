/** Two files with as many donors and gifts as asked for, as an administration exports them. */
import { writeFileSync } from 'node:fs';

export function writeFiles(
  paths: { readonly donors: string; readonly gifts: string },
  counts: { readonly donors: number; readonly gifts: number },
): void {
  const two = (number: number): string => String(number).padStart(2, '0');
  const donors = Array.from({ length: counts.donors }, (_, index) =>
    [
      `D-${index + 1}`,
      'Noor',
      'van der',
      `Berg${index}`,
      `06${String(20_000_000 + index)}`,
      `noor${index}@example.org`,
      `Molenweg ${1 + (index % 200)}`,
      `${1000 + (index % 8999)} AB`,
      'Utrecht',
    ].join(';'),
  );
  const gifts = Array.from({ length: counts.gifts }, (_, index) =>
    [
      `G-${index + 1}`,
      `D-${1 + ((index * 7919) % counts.donors)}`,
      `20${two(16 + Math.floor((10 * index) / counts.gifts))}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`,
      `${5 + (index % 95)},50`,
      'ontvangen',
    ].join(';'),
  );
  writeFileSync(
    paths.donors,
    ['Relatienummer;Voornaam;Tussenvoegsel;Achternaam;Mobiel;E-mail;Straat;Postcode;Plaats', ...donors].join('\n'),
  );
  writeFileSync(paths.gifts, ['Giftnummer;Relatienummer;Datum;Bedrag;Status', ...gifts].join('\n'));
}
