/** The workstations of the organisation, beside the people of this one. */
export const WORKSTATIONS_SECTION = 'workstations';
