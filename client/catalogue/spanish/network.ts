import type { BuildCatalogue } from '../buildTexts.ts';

export const network: BuildCatalogue['network'] = {
  title: 'Hecho con',
};
