import type { BuildCatalogue } from '../buildTexts.ts';

export const buildAbout: BuildCatalogue['buildAbout'] = {
  title: 'De qué se trata',
  none: 'Nadie ha dicho más que su nombre.',
  begunBy: (name) => `La empezó ${name}`,
  correct: 'Corregir',
  correctOf: (build) => `Corregir ${build}`,
  name: 'Nombre',
  toWhat: '¿A qué cosa se le hace?',
  note: 'De qué se trata',
  save: 'Guardar',
  corrected: (build) => `${build}: corregida.`,
};
