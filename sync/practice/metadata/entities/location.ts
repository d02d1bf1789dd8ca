import { choice, dateTime, flag, float, identity, integer, longText, reference, text } from '../field.ts';
import type { EntityBuilder, EntityPermissions } from '../entity.ts';
import type { FieldSpec } from '../field.ts';

/** E-mail, phone and address: whoever may edit the contact may edit them, so the gatekeeper asks nothing. */
const BY_CONTACT: EntityPermissions = { default: [] };

const HOLD = [
  { id: 0, name: '0', label: 'No' },
  { id: 1, name: '1', label: 'On Hold Bounce' },
  { id: 2, name: '2', label: 'On Hold Opt Out' },
];

const owner = reference('contact_id', 'Contact', { onDelete: 'CASCADE' });

/** New rows are "Home", the default location type, when nothing else is asked. */
const locationType = integer('location_type_id', {
  supplied: 1,
  options: { kind: 'table', table: 'location_type', name: 'name', label: 'display_name' },
});

const country = reference('country_id', 'Country', {
  options: { kind: 'table', table: 'country', name: 'iso_code', label: 'name' },
});

const STREET: readonly FieldSpec[] = [
  text('street_address', 96),
  integer('street_number'),
  text('street_number_suffix', 8),
  text('street_number_predirectional', 8),
  text('street_name', 64),
  text('street_type', 8),
  text('street_number_postdirectional', 8),
  text('street_unit', 16),
  text('supplemental_address_1', 96),
  text('supplemental_address_2', 96),
  text('supplemental_address_3', 96),
  text('city', 64),
  integer('county_id'),
  integer('state_province_id'),
  text('postal_code_suffix', 12),
  text('postal_code', 64),
  text('usps_adc', 32),
];

export const email: EntityBuilder = () => ({
  name: 'Email',
  table: 'email',
  fields: [
    identity(),
    owner,
    locationType,
    text('email', 254, { required: true }),
    flag('is_primary'),
    flag('is_billing'),
    integer('on_hold', { notNull: true, initial: 0, options: { kind: 'fixed', options: HOLD } }),
    flag('is_bulkmail'),
    dateTime('hold_date', { readOnly: true }),
    dateTime('reset_date'),
    longText('signature_text'),
    longText('signature_html'),
  ],
  indexed: [['contact_id'], ['email']],
  permissions: BY_CONTACT,
  owner: 'contact_id',
  label: 'email',
});

export const phone: EntityBuilder = () => ({
  name: 'Phone',
  table: 'phone',
  fields: [
    identity(),
    owner,
    locationType,
    flag('is_primary'),
    flag('is_billing'),
    integer('mobile_provider_id'),
    text('phone', 32, { required: true }),
    text('phone_ext', 16),
    text('phone_numeric', 32, { readOnly: true, exact: true }),
    choice('phone_type_id', 'phone_type'),
  ],
  indexed: [['contact_id'], ['phone_numeric']],
  permissions: BY_CONTACT,
  owner: 'contact_id',
  label: 'phone',
});

export const address: EntityBuilder = () => ({
  name: 'Address',
  table: 'address',
  fields: [
    identity(),
    owner,
    locationType,
    flag('is_primary'),
    flag('is_billing'),
    ...STREET,
    country,
    float('geo_code_1'),
    float('geo_code_2'),
    flag('manual_geo_code'),
    text('timezone', 8),
    text('name', 255),
    reference('master_id', 'Address'),
  ],
  indexed: [['contact_id'], ['master_id']],
  permissions: BY_CONTACT,
  owner: 'contact_id',
  extendedAs: ['Address'],
});
