/** The country of an address: the Netherlands for nearly everybody, its neighbours for most others. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-sentence.ts';
import { OneOf } from '../one-of.tsx';

const FIRST = 'NL';
const OTHERS =
  'AD AT AU AW BE BQ BR CA CH CW CZ DE DK ES FI FR GB GR HU ID IE IL IT LI LU MA MC NO NZ PL PT RO SE SR SX TR US ZA'.split(
    ' ',
  );

export function CountryField({ code, onChange }: { readonly code: string; readonly onChange: (code: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const nameOf = (id: string): string => (/^[A-Z]{2}$/.test(id) ? (names.of(id) ?? id) : id);
  // A country that is not in the list is never lost.
  const known = new Set(code === '' ? OTHERS : [...OTHERS, code]);
  known.delete(FIRST);
  const countries = [FIRST, ...[...known].toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), language))];
  return (
    <OneOf
      className="country"
      label={t('call.editor.country')}
      value={code === '' ? null : code}
      options={countries.map((id) => ({ id, name: nameOf(id) }))}
      onChange={onChange}
    />
  );
}
