import type { SharedCatalogue } from '../sharedTexts.ts';

export const affected: SharedCatalogue['affected'] = {
  problems: 'Problemas',
  things: (affected, counts) => {
    const all = counts.open + counts.fixed + counts.exempted;
    const which = affected === 1 ? '1' : affected === 2 ? '1 o 2' : `1 a ${affected}`;
    const states = [
      counts.open > 0 ? `${counts.open} por resolver` : '',
      counts.fixed > 0 ? `${counts.fixed} ${counts.fixed === 1 ? 'arreglada' : 'arregladas'}` : '',
      counts.exempted > 0 ? `${counts.exempted} ${counts.exempted === 1 ? 'exenta' : 'exentas'}` : '',
    ].filter(Boolean);
    return `${all === 1 ? '1 cosa tiene' : `${all} cosas tienen`} la revisión ${which}: ${states.join(', ')}`;
  },
};
