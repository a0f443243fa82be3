let navigations = 0;

/** Told by the router: from now on a new page takes the focus, which the first one does not. */
export function navigationBegins(): void {
  navigations += 1;
}

/** Moves the focus to a page's heading after a navigation, so that it is read out and Tab goes on from there. */
export function arriveAt(heading: HTMLElement | null): void {
  if (navigations === 0 || !heading) return;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}
