import { dateTime, flag, identity, integer, longText, reference, text } from '../field.ts';
import type { EntityBuilder, EntityPermissions } from '../entity.ts';

/** Lists that everybody may read and only the administrator may change. */
export const LOOKUP: EntityPermissions = { get: ['access CiviCRM'], default: ['administer CiviCRM'] };

export const optionGroup: EntityBuilder = () => ({
  name: 'OptionGroup',
  table: 'option_group',
  fields: [
    identity(),
    text('name', 64, { required: true, notNull: true }),
    text('title', 255),
    longText('description', { markup: true }),
    text('data_type', 128),
    flag('is_reserved', { initial: 1 }),
    flag('is_active', { initial: 1 }),
    flag('is_locked'),
  ],
  unique: [['name']],
  permissions: LOOKUP,
});

export const optionValue: EntityBuilder = () => ({
  name: 'OptionValue',
  table: 'option_value',
  fields: [
    identity(),
    reference('option_group_id', 'OptionGroup', {
      required: true,
      notNull: true,
      onDelete: 'CASCADE',
      options: { kind: 'table', table: 'option_group', name: 'name', label: 'title' },
    }),
    text('label', 512, { required: true, markup: true }),
    text('value', 512, { required: true }),
    text('name', 255),
    text('grouping', 255),
    integer('filter', { initial: 0 }),
    flag('is_default', { notNull: false }),
    integer('weight', { notNull: true, initial: 1 }),
    longText('description', { markup: true }),
    flag('is_optgroup', { notNull: false }),
    flag('is_reserved', { notNull: false }),
    flag('is_active', { notNull: false, initial: 1 }),
    integer('component_id'),
    integer('domain_id'),
    integer('visibility_id'),
    text('icon', 255),
    text('color', 255),
  ],
  indexed: [['option_group_id']],
  permissions: LOOKUP,
});

export const campaign: EntityBuilder = () => ({
  name: 'Campaign',
  table: 'campaign',
  fields: [
    identity(),
    text('name', 255),
    text('title', 255, { required: true }),
    longText('description', { markup: true }),
    dateTime('start_date'),
    dateTime('end_date'),
    integer('campaign_type_id'),
    integer('status_id'),
    text('external_identifier', 32),
    flag('is_active', { notNull: false, initial: 1 }),
  ],
  unique: [['external_identifier']],
  permissions: LOOKUP,
});

export const locationType: EntityBuilder = () => ({
  name: 'LocationType',
  table: 'location_type',
  fields: [
    identity(),
    text('name', 64, { required: true }),
    text('display_name', 64, { required: true }),
    text('vcard_name', 64),
    text('description', 255),
    flag('is_reserved'),
    flag('is_active', { initial: 1 }),
    flag('is_default'),
  ],
  unique: [['name']],
  permissions: LOOKUP,
});

export const financialType: EntityBuilder = () => ({
  name: 'FinancialType',
  table: 'financial_type',
  fields: [
    identity(),
    text('name', 64, { required: true }),
    text('label', 64, { required: true, markup: true }),
    text('description', 255),
    flag('is_deductible'),
    flag('is_reserved'),
    flag('is_active', { initial: 1 }),
  ],
  unique: [['name']],
  permissions: LOOKUP,
});

export const country: EntityBuilder = () => ({
  name: 'Country',
  table: 'country',
  fields: [identity(), text('name', 64), text('iso_code', 2), flag('is_active', { initial: 1 })],
  unique: [['name', 'iso_code']],
  permissions: LOOKUP,
});
