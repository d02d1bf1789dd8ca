/** Whose lines, of what kind, about which donor. */
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { AUDIT_KINDS, AUDIT_KIND_NAMES, type AuditKind } from '../../../../domain/audit/actions.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Refusal } from '../../../parts/refusal.tsx';
import { OneOf } from '../../../parts/one-of.tsx';

export interface Filter {
  readonly personId: number | null;
  readonly kind: AuditKind | null;
  readonly donor: string;
}
export const NO_FILTER: Filter = { personId: null, kind: null, donor: '' };

const ALL = 'all';

interface LogFilterProps {
  readonly filter: Filter;
  readonly people: readonly { readonly id: number; readonly name: string }[];
  readonly isDonorKnown: boolean;
  readonly onChange: (filter: Filter) => void;
}

export function LogFilter({ filter, people, isDonorKnown, onChange }: LogFilterProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const [donor, setDonor] = useState(filter.donor);
  return (
    <Form
      className="log-filter"
      aria-label={t('log.filter')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onChange({ ...filter, donor: donor.trim() });
      }}
    >
      <OneOf
        label={t('log.who')}
        value={filter.personId === null ? ALL : String(filter.personId)}
        options={[{ id: ALL, name: t('log.everybody') }, ...people.map(({ id, name }) => ({ id: String(id), name }))]}
        onChange={(id) => onChange({ ...filter, personId: id === ALL ? null : Number(id) })}
      />
      <OneOf
        label={t('log.what')}
        value={filter.kind ?? ALL}
        options={[
          { id: ALL, name: t('log.everything') },
          ...AUDIT_KINDS.map((kind) => ({ id: kind, name: say(AUDIT_KIND_NAMES[kind]) })),
        ]}
        onChange={(id) => onChange({ ...filter, kind: AUDIT_KINDS.find((kind) => kind === id) ?? null })}
      />
      <TextField
        className="field"
        value={donor}
        isInvalid={!isDonorKnown}
        validationBehavior="aria"
        onChange={setDonor}
      >
        <Label>{t('log.donor')}</Label>
        <Input className="box" autoComplete="off" />
      </TextField>
      <Button className="btn" type="submit">
        {t('log.show')}
      </Button>
      {!isDonorKnown && <Refusal>{t('log.unknownDonor')}</Refusal>}
    </Form>
  );
}
