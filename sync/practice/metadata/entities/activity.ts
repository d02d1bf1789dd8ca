import { choice, dateTime, flag, identity, integer, longText, reference, text, timestamp } from '../field.ts';
import type { EntityBuilder, EntityPermissions } from '../entity.ts';
import type { FieldSpec } from '../field.ts';
import { campaign } from './contribution.ts';

/** `record_type_id` of the rows that tie contacts to an activity. */
export const ASSIGNEE = 1;
export const SOURCE = 2;
export const TARGET = 3;

const PERMISSIONS: EntityPermissions = {
  delete: ['access CiviCRM', 'delete activities'],
  default: ['access CiviCRM', 'view all activities'],
};

const RECORD_TYPES = [
  { id: ASSIGNEE, name: 'Activity Assignees', label: 'Activity Assignees' },
  { id: SOURCE, name: 'Activity Source', label: 'Added by' },
  { id: TARGET, name: 'Activity Targets', label: 'With Contacts' },
];

function contacts(name: string, recordType: number): FieldSpec {
  return {
    name,
    title: name === 'target_contact_id' ? 'Target Contacts' : 'Assignee Contacts',
    kind: 'Extra',
    dataType: 'Array',
    storage: 'text',
    references: 'Contact',
    serialize: 'comma',
    derivation: { kind: 'activityContact', recordType },
  };
}

export const activity: EntityBuilder = () => ({
  name: 'Activity',
  table: 'activity',
  fields: [
    identity(),
    integer('source_record_id', { readOnly: true }),
    choice('activity_type_id', 'activity_type', { required: true, notNull: true }),
    text('subject', 255),
    dateTime('activity_date_time', { supplied: 'now' }),
    integer('duration'),
    text('location', 2048),
    reference('phone_id', 'Phone'),
    text('phone_number', 64),
    longText('details', { markup: true }),
    choice('status_id', 'activity_status'),
    choice('priority_id', 'priority'),
    reference('parent_id', 'Activity', { readOnly: true }),
    flag('is_test', { hidden: true }),
    choice('medium_id', 'encounter_medium'),
    flag('is_auto'),
    integer('relationship_id'),
    flag('is_current_revision', { initial: 1 }),
    reference('original_id', 'Activity', { readOnly: true }),
    text('result', 255),
    flag('is_deleted', { hidden: true }),
    campaign(),
    choice('engagement_level', 'engagement_index'),
    integer('weight'),
    flag('is_star'),
    timestamp('created_date', { supplied: 'now' }),
    timestamp('modified_date', { readOnly: true, supplied: 'now' }),
    integer('source_contact_id', {
      kind: 'Extra',
      required: true,
      references: 'Contact',
      derivation: { kind: 'activityContact', recordType: SOURCE },
    }),
    contacts('target_contact_id', TARGET),
    contacts('assignee_contact_id', ASSIGNEE),
  ],
  indexed: [['modified_date'], ['activity_date_time'], ['source_record_id'], ['activity_type_id'], ['subject']],
  permissions: PERMISSIONS,
  extendedAs: ['Activity'],
});

export const activityContact: EntityBuilder = () => ({
  name: 'ActivityContact',
  table: 'activity_contact',
  fields: [
    identity(),
    reference('activity_id', 'Activity', { required: true, notNull: true, onDelete: 'CASCADE' }),
    reference('contact_id', 'Contact', { required: true, notNull: true, onDelete: 'CASCADE' }),
    integer('record_type_id', { options: { kind: 'fixed', options: RECORD_TYPES } }),
  ],
  unique: [['activity_id', 'record_type_id', 'contact_id']],
  indexed: [['contact_id', 'record_type_id', 'activity_id']],
  permissions: PERMISSIONS,
  owner: 'contact_id',
});
