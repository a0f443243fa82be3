/** Where a design stands within another site's page: the picture is there, and the rest comes when it is asked for. */
const place = document.querySelector<HTMLElement>('[data-design]');
const stage = place?.querySelector<HTMLElement>('.embed-stage');
const button = stage?.querySelector<HTMLButtonElement>('.embed-turn button');

// A frame that is shut in so far that it is of no origin gets no worker, which every model needs.
if (place && stage && button && self.origin !== 'null') {
  button.hidden = false;
  button.addEventListener('click', () => {
    button.setAttribute('aria-disabled', 'true');
    const { design = '', revision = '', file, name } = place.dataset;
    const begin = async () => {
      const { turn } = await import('./turn.ts');
      await turn(stage, {
        designId: design,
        revision: Number(revision),
        file: file !== undefined && name !== undefined ? { fileId: file, name } : null,
      });
    };
    // What did not arrive can be asked for again.
    begin().catch(() => button.removeAttribute('aria-disabled'));
  });
}
