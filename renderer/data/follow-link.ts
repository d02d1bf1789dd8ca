/** Gives a `tel:` link to the telephone of this machine. In practice there is no link, so nothing is dialled. */
export function followLink(link: string | null): void {
  if (link === null || !link.startsWith('tel:')) return;
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.click();
}
