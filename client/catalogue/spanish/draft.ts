import type { DesignCatalogue } from '../designTexts.ts';

export const draft: DesignCatalogue['draft'] = {
  title: 'Mis borradores',
  one: 'Borrador',
  bring: 'Traer un diseño',
};
