import type { SharedCatalogue } from '../sharedTexts.ts';

const statesOf = (counts: { open: number; fixed: number; exempted: number }): string =>
  [
    counts.open > 0 ? `${counts.open} por resolver` : '',
    counts.fixed > 0 ? `${counts.fixed} ${counts.fixed === 1 ? 'arreglada' : 'arregladas'}` : '',
    counts.exempted > 0 ? `${counts.exempted} ${counts.exempted === 1 ? 'exenta' : 'exentas'}` : '',
  ]
    .filter(Boolean)
    .join(', ');

export const affected: SharedCatalogue['affected'] = {
  problems: 'Problemas',
  things: (affected, counts) => {
    const all = counts.open + counts.fixed + counts.exempted;
    const which = affected === 1 ? '1' : affected === 2 ? '1 o 2' : `1 a ${affected}`;
    return `${all === 1 ? '1 cosa tiene' : `${all} cosas tienen`} la revisión ${which}: ${statesOf(counts)}`;
  },
  inForks: (counts) => {
    const all = counts.open + counts.fixed + counts.exempted;
    return `${all === 1 ? '1 cosa se hizo' : `${all} cosas se hicieron`} según bifurcaciones, que quizá lo arreglaron: ${statesOf(counts)}`;
  },
};
