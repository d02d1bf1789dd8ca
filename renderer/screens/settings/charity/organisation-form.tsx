/** Name, telephone, return address, logo, and who signs. */
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import type { Charity, Signatory } from '../../../../domain/charity/charity.ts';
import { WINDOWS } from '../../../../domain/paper/letter-page.ts';
import { PictureField } from './picture-field.tsx';
import { BothTexts, Text } from './text-fields.tsx';
import type { Refusals } from './use-refusals.ts';

export interface CharityFormProps {
  readonly charity: Charity;
  readonly refusals: Refusals;
  readonly onChange: (charity: Charity) => void;
}

export function OrganisationForm({
  charity,
  refusals,
  onChange,
  nameInCrm,
}: CharityFormProps & { readonly nameInCrm: string }) {
  const { t } = useTranslation();
  const line = (field: 'name' | 'phone' | 'returnAddress', placeholder = '') => (
    <Text
      label={t(`charity.${field}`)}
      field={field}
      value={charity[field]}
      refusals={refusals}
      placeholder={placeholder}
      onChange={(value) => onChange({ ...charity, [field]: value })}
    />
  );
  const sign = (signatories: readonly Signatory[]): void => onChange({ ...charity, signatories: [...signatories] });
  return (
    <>
      {line('name', nameInCrm)}
      {line('phone')}
      <p className="meta">{t('charity.phoneHow')}</p>
      {line('returnAddress')}
      <p className="meta">{t('charity.returnAddressHow')}</p>
      <div className="charity-window">
        <span className="field-label" id="charity-window">
          {t('charity.window')}
        </span>
        <ToggleButtonGroup
          className="segments"
          aria-labelledby="charity-window"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[charity.window]}
          onSelectionChange={(keys) =>
            onChange({ ...charity, window: WINDOWS.find((each) => keys.has(each)) ?? charity.window })
          }
        >
          {WINDOWS.map((each) => (
            <ToggleButton key={each} id={each} className="segment">
              {t(`charity.windows.${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <PictureField
        label={t('charity.logo')}
        picture={charity.logo}
        use="drawing"
        onChange={(logo) => onChange({ ...charity, logo })}
      />
      <h3>{t('charity.signatories')}</h3>
      <p className="meta">{t('charity.signatoriesHow')}</p>
      {charity.signatories.map((signatory, index) => {
        const change = (part: Partial<Signatory>): void =>
          sign(charity.signatories.with(index, { ...signatory, ...part }));
        return (
          <fieldset key={signatory.id} className="charity-part">
            <legend className="hush">{t('charity.signatory', { number: index + 1 })}</legend>
            <Text
              label={t('charity.signatoryName')}
              field={`signatories.${index}.name`}
              value={signatory.name}
              refusals={refusals}
              onChange={(name) => change({ name })}
            />
            <BothTexts
              label={t('charity.role')}
              field={`signatories.${index}.role`}
              value={signatory.role}
              refusals={refusals}
              onChange={(role) => change({ role })}
            />
            <PictureField
              label={t('charity.signature')}
              picture={signatory.picture}
              use="drawing"
              onChange={(picture) => change({ picture })}
            />
            <Button className="link" onPress={() => sign(charity.signatories.toSpliced(index, 1))}>
              {t('charity.removeSignatory', { name: signatory.name })}
            </Button>
          </fieldset>
        );
      })}
      <Button
        className="btn"
        onPress={() =>
          sign([...charity.signatories, { id: crypto.randomUUID(), name: '', role: { nl: '', en: '' }, picture: null }])
        }
      >
        {t('charity.addSignatory')}
      </Button>
    </>
  );
}
