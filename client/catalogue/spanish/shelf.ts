import type { BuildCatalogue } from '../buildTexts.ts';

export const shelf: BuildCatalogue['shelf'] = {
  title: 'Estante',
};
