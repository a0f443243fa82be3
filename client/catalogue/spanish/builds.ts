import type { BuildCatalogue } from '../buildTexts.ts';

export const builds: BuildCatalogue['builds'] = {
  title: 'Construcciones',
};
