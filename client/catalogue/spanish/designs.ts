import type { DesignCatalogue } from '../designTexts.ts';

export const designs: DesignCatalogue['designs'] = {
  title: 'Diseños',
  one: 'Diseño',
};
