import type { Catalogue } from '../text.ts';

export const labels: Catalogue['labels'] = {
  title: 'Etiquetas para imprimir',
  back: 'Al taller',
  none: 'Todavía no hay nada que etiquetar: añade primero una máquina.',
  paper: 'Papel',
  formats: {
    sheet: 'A4, 3 × 8 etiquetas',
    roll: 'Rollo de 62 mm',
    round: 'Redondas, 25 mm',
  },
  used: 'Etiquetas ya usadas de la primera hoja',
  which: (count) => (count === 1 ? '1 etiqueta elegida' : `${count} etiquetas elegidas`),
  machines: 'Cuáles imprimir',
  print: (count, pages) =>
    `Imprimir ${count === 1 ? '1 etiqueta' : `${count} etiquetas`} en ${pages === 1 ? '1 página' : `${pages} páginas`}`,
  preview: 'Así se verán',
  picture: (name, address) => `Código cuadrado de ${name}, lleva a ${address}`,
};
