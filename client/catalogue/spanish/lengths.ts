import type { SharedCatalogue } from '../sharedTexts.ts';

export const lengths: SharedCatalogue['lengths'] = {
  units: 'Longitudes en',
  unitNames: { mm: 'Milímetros', in: 'Pulgadas' },
  otherwise: (length) => `= ${length}.`,
  faults: {
    empty: 'Escribe una longitud, por ejemplo 60 in o 1,5 m.',
    unreadable: 'Esto no es una longitud. Escríbela así: 60 in, 3/16, 5\' 3 1/2" o 1,5 m.',
    noLength: 'Esta no es una unidad de longitud. Usa mm, cm, m, in o ft.',
    beyond: 'Es más largo que cualquier máquina. Mira la unidad.',
  },
  noFormula: 'Aquí no puede ir una fórmula. Escribe una longitud, por ejemplo 60 in.',
  least: (length) => `Debe ser al menos ${length}.`,
  most: (length) => `Puede ser como mucho ${length}.`,
};
