/** Envelope and salutation as they will be, also while a name or address is still being typed; what is new is marked. */
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../contract/procedures/call.ts';
import { salutation, type PersonName } from '../../../../domain/person-name.ts';
import { correctionOf, fieldsOf } from '../../../parts/detail/correction-fields.ts';
import { newWords } from '../../../parts/detail/changed-words.ts';
import { envelopeOf } from '../../../parts/detail/envelope-of.ts';
import { Envelope } from '../../../parts/envelope.tsx';
import { useCall } from '../call-context.ts';
import { placeOf } from './editor-draft.ts';

export function EnvelopePreview() {
  const { t } = useTranslation();
  const { view, memory } = useCall();
  const { lines, greeting, before } = previewOf(view, memory.drafts);
  if (lines.length === 0) return null;
  const fresh = new Set(lines.flatMap((line) => [...newWords(before, line)]));
  return (
    <div className="envelope-preview">
      <Envelope label={t('call.details.envelope')} lines={lines} marked={fresh} />
      <p className="salutation">
        <span className="hush">{t('call.details.salutation')}: </span>
        <bdi>{greeting},</bdi>
      </p>
    </div>
  );
}

interface Preview {
  readonly lines: readonly string[];
  readonly greeting: string;
  /** The words that were known when the call began. */
  readonly before: string;
}

function previewOf(
  { details, person, language, envelope }: CallView,
  drafts: Readonly<Record<string, string>>,
): Preview {
  /** What is typed now, else what is known. */
  const valueOf = (field: 'name' | 'address') => {
    const detail = details.find((each) => each.field === field);
    if (detail === undefined) return undefined;
    const typed = Object.entries(fieldsOf(detail.input)).map(([name, text]) => [
      name,
      drafts[placeOf(detail.key, name)] ?? text,
    ]);
    return correctionOf(field, Object.fromEntries(typed));
  };
  const typedName = valueOf('name');
  const typedAddress = valueOf('address');
  const parts = typedName?.field === 'name' ? typedName.value : { firstName: '', prefix: '', surname: '' };
  const name: PersonName = { ...person, ...parts };
  const typed = envelopeOf(person, typedName?.value, typedAddress?.value, language);
  return {
    lines: typed.length > 0 ? typed : envelope,
    greeting: salutation(name, language),
    before: details
      .filter(({ field }) => field === 'name' || field === 'address')
      .map(({ oldText, text }) => oldText ?? text)
      .concat(envelope.slice(0, 1))
      .join(' '),
  };
}
