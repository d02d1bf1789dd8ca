import { choice, date, flag, identity, integer, longText, reference, text, timestamp } from '../field.ts';
import type { EntityBuilder } from '../entity.ts';
import type { FieldSpec } from '../field.ts';

const INDIVIDUAL = { contactType: 'Individual' };
const ORGANIZATION = { contactType: 'Organization' };
const HOUSEHOLD = { contactType: 'Household' };

const CONTACT_TYPES = ['Individual', 'Household', 'Organization'].map((name) => ({ id: name, name, label: name }));
const MAIL_FORMATS = ['Text', 'HTML', 'Both'].map((name) => ({ id: name, name, label: name }));

function greeting(kind: string): readonly FieldSpec[] {
  return [choice(`${kind}_id`, kind), text(`${kind}_custom`, 128), text(`${kind}_display`, 255, { readOnly: true })];
}

/** The row a contact calls its primary or billing e-mail, phone or address. */
function ownRow(entity: string, flagName: 'billing' | 'primary'): FieldSpec {
  return reference(`${entity.toLowerCase()}_${flagName}`, entity, {
    kind: 'Extra',
    derivation: { kind: 'row', entity, flag: `is_${flagName}` },
  });
}

const NAMES: readonly FieldSpec[] = [
  identity(),
  text('contact_type', 64, { readOnly: true, options: { kind: 'fixed', options: CONTACT_TYPES } }),
  text('external_identifier', 64),
  text('display_name', 128, { readOnly: true }),
  text('organization_name', 128, ORGANIZATION),
  text('contact_sub_type', 255, { serialize: 'bookend' }),
  text('first_name', 64, INDIVIDUAL),
  text('middle_name', 64, INDIVIDUAL),
  text('last_name', 64, INDIVIDUAL),
];

const PREFERENCES: readonly FieldSpec[] = [
  flag('do_not_email'),
  flag('do_not_phone'),
  flag('do_not_mail'),
  flag('do_not_sms'),
  flag('do_not_trade'),
  flag('is_opt_out', { title: 'No Bulk Emails (User Opt Out)' }),
  text('legal_identifier', 32),
  text('sort_name', 128, { readOnly: true }),
  text('nick_name', 128),
  text('legal_name', 128, ORGANIZATION),
  longText('image_URL'),
  text('preferred_communication_method', 255, {
    serialize: 'bookend',
    options: { kind: 'group', group: 'preferred_communication_method' },
  }),
  text('preferred_language', 5, { options: { kind: 'group', group: 'languages', key: 'name' } }),
  text('hash', 32, { readOnly: true, exact: true }),
  text('api_key', 32, { readOnly: true, exact: true, permission: ['administer CiviCRM'] }),
  text('source', 255),
];

const PERSON: readonly FieldSpec[] = [
  choice('prefix_id', 'individual_prefix', INDIVIDUAL),
  choice('suffix_id', 'individual_suffix', INDIVIDUAL),
  text('formal_title', 64, INDIVIDUAL),
  choice('communication_style_id', 'communication_style'),
  ...greeting('email_greeting'),
  ...greeting('postal_greeting'),
  ...greeting('addressee'),
  text('job_title', 255, INDIVIDUAL),
  choice('gender_id', 'gender', INDIVIDUAL),
  date('birth_date', INDIVIDUAL),
];

const REST: readonly FieldSpec[] = [
  text('household_name', 128, HOUSEHOLD),
  reference('primary_contact_id', 'Contact', { ...HOUSEHOLD, readOnly: true }),
  text('sic_code', 8, ORGANIZATION),
  text('user_unique_id', 255),
  reference('employer_id', 'Contact', INDIVIDUAL),
  flag('is_deleted', { hidden: true }),
  timestamp('created_date', { readOnly: true }),
  timestamp('modified_date', { readOnly: true, supplied: 'now' }),
  text('preferred_mail_format', 8, { initial: 'Both', options: { kind: 'fixed', options: MAIL_FORMATS } }),
];

const DERIVED: readonly FieldSpec[] = [
  ownRow('Email', 'primary'),
  ownRow('Email', 'billing'),
  ownRow('Phone', 'primary'),
  ownRow('Phone', 'billing'),
  ownRow('Address', 'primary'),
  ownRow('Address', 'billing'),
  integer('age_years', { ...INDIVIDUAL, kind: 'Extra', readOnly: true, derivation: { kind: 'age' } }),
  {
    name: 'groups',
    title: 'Groups',
    kind: 'Filter',
    dataType: 'Array',
    storage: 'integer',
    operators: ['IN', 'NOT IN'],
    options: { kind: 'table', table: 'group', name: 'name', label: 'title' },
    derivation: { kind: 'groups' },
  },
];

/** Before version 6 only individuals could be deceased (civicrm-api4.md §0). */
export const contact: EntityBuilder = (version) => {
  const mortal = version === '5.77' ? INDIVIDUAL : {};
  return {
    name: 'Contact',
    table: 'contact',
    fields: [
      ...NAMES,
      ...PREFERENCES,
      ...PERSON,
      flag('is_deceased', mortal),
      date('deceased_date', mortal),
      ...REST,
      ...DERIVED,
    ],
    unique: [['external_identifier']],
    indexed: [['modified_date'], ['api_key'], ['is_deleted', 'id'], ['last_name']],
    permissions: {
      get: [],
      create: ['access CiviCRM', 'add contacts'],
      delete: ['access CiviCRM', 'delete contacts'],
      default: [],
    },
    deletesWithNumber: true,
    extendedAs: ['Contact', 'Individual', 'Household', 'Organization'],
  };
};
