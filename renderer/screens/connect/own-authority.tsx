/** The certificate of an organisation's own issuer, for a CRM that has one. Few do: it is folded away until it is needed. */
import { Label, TextArea, TextField } from 'react-aria-components/TextField';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import type { OutputOf } from '../../../contract/index.ts';
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';

type Known = NonNullable<OutputOf<'connection.get'>['connected']>['authority'];

interface OwnAuthorityProps {
  readonly known: Known;
  /** What was pasted; null: nothing yet, empty: it is to go. */
  readonly draft: string | null;
  readonly onChange: (text: string | null) => void;
}

const ALWAYS_WITH_ITS_YEAR = { today: '1970-01-01' } as const;

export function OwnAuthority({ known, draft, onChange }: OwnAuthorityProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isRemoved = known !== null && draft === '';
  const hint =
    known === null
      ? t('connect.authority.text')
      : t('connect.authority.known', {
          subject: known.subject,
          date: writeDay(dayOfInstant(known.validUntil), language, ALWAYS_WITH_ITS_YEAR),
        });
  return (
    <details className="more own-authority" open={known !== null || (draft ?? '') !== ''}>
      <summary>{t('connect.authority.title')}</summary>
      <TextField className="field" value={draft ?? ''} onChange={(text) => onChange(text === '' ? null : text)}>
        <Label>{t('connect.authority.field')}</Label>
        <TextArea className="box" rows={4} autoComplete="off" spellCheck={false} />
        <Text slot="description" className="meta">
          {isRemoved ? t('connect.authority.removed') : hint}
        </Text>
      </TextField>
      {known !== null && !isRemoved && (
        <Button className="btn quiet" onPress={() => onChange('')}>
          {t('connect.authority.remove')}
        </Button>
      )}
    </details>
  );
}
