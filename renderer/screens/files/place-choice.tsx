/** Which place a file is of, beside a CRM: one that there is, or a new one with its name. */
import { Text } from 'react-aria-components/Text';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { OneOf } from '../../parts/one-of.tsx';

export interface Place {
  readonly id: string | null;
  readonly name: string;
}

interface Props {
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** No id of a place is empty. */
const NEW = '';

export function PlaceChoice({ places, place, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {places.length > 0 && (
        <OneOf
          label={t('files.place')}
          options={[{ id: NEW, name: t('files.newPlace') }, ...places]}
          value={place.id ?? NEW}
          onChange={(id) => {
            const known = places.find((each) => each.id === id);
            onChange(known ?? { id: null, name: place.id === null ? place.name : '' });
          }}
        />
      )}
      {place.id === null && (
        <TextField
          className="field"
          value={place.name}
          onChange={(name) => onChange({ id: null, name })}
          maxLength={60}
        >
          <Label className="field-label">{t('files.placeName')}</Label>
          <Input className="box" />
          <Text slot="description" className="meta">
            {t('files.placeAbout')}
          </Text>
        </TextField>
      )}
    </>
  );
}
