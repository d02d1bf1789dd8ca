/** What the stand-in says of its objects. */
import { statusesOf, type Objects, type StandInOptions } from './objects.ts';
import { OrgError } from './org-error.ts';

const CHILDREN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Opportunity: { npe01__OppPayment__r: 'npe01__OppPayment__c' },
  GiftCommitment: { GiftCommitmentSchedules: 'GiftCommitmentSchedule' },
};

export function describeObject(objects: Objects, object: string, options: StandInOptions): object {
  const fields = objects[object];
  if (fields === undefined) throw new OrgError('NOT_FOUND', 'The requested resource does not exist', 404);
  return {
    name: object,
    label: object,
    createable: true,
    updateable: true,
    queryable: true,
    replicateable: true,
    childRelationships: Object.entries(CHILDREN[object] ?? {}).flatMap(([relationshipName, child]) =>
      objects[child] === undefined ? [] : [{ relationshipName, childSObject: child }],
    ),
    fields: Object.entries(fields).map(([name, field]) => ({
      name,
      label: name,
      type: field.type,
      length: field.length ?? 0,
      relationshipName: field.refersTo !== undefined && name.endsWith('Id') ? name.slice(0, -2) : null,
      createable: field.isReadOnly !== true,
      updateable: field.isReadOnly !== true && field.isFixed !== true,
      nillable: true,
      filterable: name !== 'Description',
      externalId: field.isExternalId === true,
      unique: field.isUnique === true,
      idLookup: field.isExternalId === true,
      restrictedPicklist: field.isFixed === true,
      picklistValues: picklistOf(object, name, field.values ?? [], options),
    })),
  };
}

function picklistOf(
  object: string,
  name: string,
  values: readonly string[],
  options: StandInOptions,
): readonly object[] {
  const shown = object === 'Task' && name === 'Status' ? statusesOf(options).map((status) => status.name) : values;
  return shown.map((value, index) => ({
    active: true,
    defaultValue: index === 0,
    label: value,
    validFor: null,
    value,
  }));
}
