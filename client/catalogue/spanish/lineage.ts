import type { DesignCatalogue } from '../designTexts.ts';

export const lineage: DesignCatalogue['lineage'] = {
  compare: 'Comparar',
  suggest: 'Sugerir cambios',
  suggestion: 'Sugerencia',
  machines: 'Cómo las máquinas hacen máquinas',
};
