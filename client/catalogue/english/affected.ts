const statesOf = (counts: { open: number; fixed: number; exempted: number }): string =>
  [
    counts.open > 0 ? `${counts.open} open` : '',
    counts.fixed > 0 ? `${counts.fixed} fixed` : '',
    counts.exempted > 0 ? `${counts.exempted} exempted` : '',
  ]
    .filter(Boolean)
    .join(', ');

/** A problem of a design, and the things that have it. */
export const affected = {
  problems: 'Problems',
  /** `affected`: revisions 1 to the last that has it. `counts`: of things. */
  things: (affected: number, counts: { open: number; fixed: number; exempted: number }) => {
    const all = counts.open + counts.fixed + counts.exempted;
    const which = affected === 1 ? '1' : affected === 2 ? '1 or 2' : `1 to ${affected}`;
    return `${all === 1 ? '1 thing has' : `${all} things have`} revision ${which}: ${statesOf(counts)}`;
  },
  /** Things made from forks of an affected revision. */
  inForks: (counts: { open: number; fixed: number; exempted: number }) => {
    const all = counts.open + counts.fixed + counts.exempted;
    return `${all === 1 ? '1 thing was' : `${all} things were`} made from forks, which may have mended it: ${statesOf(counts)}`;
  },
};
