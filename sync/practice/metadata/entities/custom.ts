import { dateTime, flag, identity, integer, longText, reference, text } from '../field.ts';
import type { EntityBuilder, EntityPermissions } from '../entity.ts';
import type { Version } from '../field.ts';

const EXTENDS = [
  'Contact',
  'Individual',
  'Household',
  'Organization',
  'Activity',
  'Address',
  'Contribution',
  'ContributionRecur',
  'Group',
].map((name) => ({ id: name, name, label: name }));

const STYLES = ['Inline', 'Tab', 'Tab with table'].map((name) => ({ id: name, name, label: name }));

/** Before version 6 the connector's user could not even read these (civicrm-api4.md §0). */
function permissions(version: Version): EntityPermissions {
  return version === '5.77'
    ? { default: ['administer CiviCRM'] }
    : { get: ['access CiviCRM'], default: ['administer CiviCRM'] };
}

export const customGroup: EntityBuilder = (version) => ({
  name: 'CustomGroup',
  table: 'custom_group',
  fields: [
    identity(),
    text('name', 64),
    text('title', 64, { required: true, notNull: true }),
    text('extends', 255, { initial: 'Contact', options: { kind: 'fixed', options: EXTENDS } }),
    integer('extends_entity_column_id'),
    text('extends_entity_column_value', 255, { serialize: 'bookend' }),
    text('style', 15, { initial: 'Inline', options: { kind: 'fixed', options: STYLES } }),
    flag('collapse_display'),
    longText('help_pre', { markup: true }),
    longText('help_post', { markup: true }),
    integer('weight', { notNull: true, initial: 1 }),
    flag('is_active', { initial: 1 }),
    text('table_name', 255, { readOnly: true }),
    flag('is_multiple'),
    integer('min_multiple'),
    integer('max_multiple'),
    flag('collapse_adv_display'),
    reference('created_id', 'Contact'),
    dateTime('created_date'),
    flag('is_reserved'),
    flag('is_public', { initial: 1 }),
    text('icon', 255),
  ],
  unique: [['title', 'extends'], ['name']],
  permissions: permissions(version),
});

export const customField: EntityBuilder = (version) => ({
  name: 'CustomField',
  table: 'custom_field',
  fields: [
    identity(),
    reference('custom_group_id', 'CustomGroup', {
      required: true,
      notNull: true,
      onDelete: 'CASCADE',
      options: { kind: 'table', table: 'custom_group', name: 'name', label: 'title' },
    }),
    text('name', 64),
    text('label', 255, { required: true, markup: true }),
    text('data_type', 16, { supplied: 'String' }),
    text('html_type', 32, { required: true }),
    text('default_value', 255),
    flag('is_required'),
    flag('is_searchable'),
    flag('is_search_range'),
    integer('weight', { notNull: true, initial: 1 }),
    longText('help_pre', { markup: true }),
    longText('help_post', { markup: true }),
    text('attributes', 255),
    flag('is_active', { notNull: false, initial: 1 }),
    flag('is_view'),
    integer('options_per_line'),
    integer('text_length'),
    integer('start_date_years'),
    integer('end_date_years'),
    text('date_format', 64),
    integer('time_format'),
    integer('note_columns'),
    integer('note_rows'),
    text('column_name', 255),
    reference('option_group_id', 'OptionGroup', {
      options: { kind: 'table', table: 'option_group', name: 'name', label: 'title' },
    }),
    integer('serialize', { notNull: true, initial: 0 }),
    text('filter', 255),
    flag('in_selector'),
    text('fk_entity', 255),
    text('fk_entity_on_delete', 255, { initial: 'set_null' }),
  ],
  unique: [
    ['label', 'custom_group_id'],
    ['name', 'custom_group_id'],
  ],
  permissions: permissions(version),
});
