import type { WorkshopCatalogue } from '../workshopTexts.ts';

export const find: WorkshopCatalogue['find'] = {
  title: 'Buscar una hora',
  what: 'Qué',
  anything: 'Cualquier máquina',
  where: 'Dónde',
  everywhere: 'Todos los talleres',
  day: 'A partir de qué día',
  length: 'Cuánto tiempo',
  results: 'Los primeros huecos',
  found: (count) =>
    count === 0
      ? 'No hay nada libre esa semana.'
      : count === 1
        ? '1 máquina está libre.'
        : `${count} máquinas están libres.`,
  gapOf: (gap, machine) => `${gap}: ${machine}`,
  gap: (start, until) => `${start}, libre hasta ${until}`,
  away: (distance) => `a ${distance}`,
  kilometres: (count) => `${count} km`,
  notYou: 'No para ti, o no esa semana',
  more: (count) => `${count} máquinas más: elige un tipo o un taller.`,
  none: 'Ninguna máquina encaja. Elige otro tipo u otro taller.',
  learn: 'Puedes aprenderlo:',
};
