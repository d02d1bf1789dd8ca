/** What belongs to this workstation, beside the programmes and the organisation. */
export const WORKSTATION_SECTIONS = ['postcodes', 'telephone'] as const;
export type WorkstationSection = (typeof WORKSTATION_SECTIONS)[number];

export function isWorkstationSection(id: string | undefined): id is WorkstationSection {
  return WORKSTATION_SECTIONS.some((section) => section === id);
}
