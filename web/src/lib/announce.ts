/** Says something once to people who do not see the screen. The element is made by {@link mountAnnouncer}. */
let region: HTMLElement | null = null;

export function mountAnnouncer(element: HTMLElement | null): void {
  region = element;
}

export function announce(text: string): void {
  if (!region) return;
  // The same words twice are only spoken again when the text differs.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
