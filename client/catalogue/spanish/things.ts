import type { BuildCatalogue } from '../buildTexts.ts';

export const things: BuildCatalogue['things'] = {
  title: 'Cosas',
};
