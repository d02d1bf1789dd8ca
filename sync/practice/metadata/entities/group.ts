import { dateTime, flag, float, identity, longText, reference, text, timestamp } from '../field.ts';
import type { EntityBuilder } from '../entity.ts';

const VISIBILITIES = ['User and User Admin Only', 'Public Pages'].map((name) => ({ id: name, name, label: name }));
const STATUSES = ['Added', 'Removed', 'Pending'].map((name) => ({ id: name, name, label: name }));
const HISTORY_STATUSES = [...STATUSES, { id: 'Deleted', name: 'Deleted', label: 'Deleted' }];

const groupReference = reference('group_id', 'Group', {
  required: true,
  notNull: true,
  onDelete: 'CASCADE',
  options: { kind: 'table', table: 'group', name: 'name', label: 'title' },
});
const member = reference('contact_id', 'Contact', { required: true, notNull: true, onDelete: 'CASCADE' });

export const group: EntityBuilder = () => ({
  name: 'Group',
  table: 'group',
  fields: [
    identity(),
    text('name', 64),
    text('title', 255, { required: true, notNull: true }),
    longText('description', { markup: true }),
    text('source', 64),
    flag('is_active', { initial: 1 }),
    text('visibility', 24, {
      initial: 'User and User Admin Only',
      options: { kind: 'fixed', options: VISIBILITIES },
    }),
    text('group_type', 128, { serialize: 'bookend', options: { kind: 'group', group: 'group_type' } }),
    timestamp('cache_date', { readOnly: true }),
    float('cache_fill_took', { readOnly: true }),
    longText('parents', { serialize: 'comma' }),
    longText('children', { serialize: 'comma', readOnly: true }),
    flag('is_hidden'),
    flag('is_reserved'),
    reference('created_id', 'Contact'),
    reference('modified_id', 'Contact', { readOnly: true }),
    text('frontend_title', 255),
    longText('frontend_description'),
  ],
  unique: [['title'], ['name']],
  permissions: { get: ['access CiviCRM'], default: ['access CiviCRM', 'edit groups'] },
  extendedAs: ['Group'],
});

export const groupContact: EntityBuilder = () => ({
  name: 'GroupContact',
  table: 'group_contact',
  fields: [
    identity(),
    groupReference,
    member,
    text('status', 8, { supplied: 'Added', options: { kind: 'fixed', options: STATUSES } }),
    reference('email_id', 'Email'),
  ],
  unique: [['contact_id', 'group_id']],
  indexed: [['group_id', 'status', 'contact_id']],
  permissions: { get: [], default: ['access CiviCRM', 'edit all contacts'] },
  owner: 'contact_id',
});

export const subscriptionHistory: EntityBuilder = () => ({
  name: 'SubscriptionHistory',
  table: 'subscription_history',
  fields: [
    identity(),
    member,
    { ...groupReference, required: false, notNull: false },
    dateTime('date', { supplied: 'now' }),
    text('method', 8),
    text('status', 8, { options: { kind: 'fixed', options: HISTORY_STATUSES } }),
    text('tracking', 255),
  ],
  indexed: [['contact_id']],
  permissions: { get: [], default: ['administer CiviCRM'] },
  owner: 'contact_id',
});
