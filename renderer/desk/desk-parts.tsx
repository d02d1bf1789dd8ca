/** What there is only with a window of ours around the page: its menu, links from the CRM, and what it has to say. */
import { useDesk } from './desk-context.ts';
import { DonorLink } from './donor-link.tsx';
import { NoticeBand } from './notice-band.tsx';
import { useMenu } from './use-menu.ts';
import type { Desk } from './desk.ts';

export function DeskParts() {
  const desk = useDesk();
  return desk === null ? null : <Parts desk={desk} />;
}

function Parts({ desk }: { readonly desk: Desk }) {
  useMenu(desk);
  return (
    <>
      <NoticeBand desk={desk} />
      <DonorLink desk={desk} />
    </>
  );
}
