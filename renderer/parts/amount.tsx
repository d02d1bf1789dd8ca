import { writeMoney } from '../../domain/money.ts';
import { withHardSpaces } from '../i18n/typography.ts';
import { useLanguage } from '../i18n/use-sentence.ts';

/** An amount in the voice of what is said: "€ 50,00". */
export function Amount({ cents }: { readonly cents: number }) {
  const language = useLanguage();
  return <span className="amt">{withHardSpaces(writeMoney(cents, language))}</span>;
}
