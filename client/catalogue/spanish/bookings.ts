import type { WorkshopCatalogue } from '../workshopTexts.ts';

export const bookings: WorkshopCatalogue['bookings'] = {
  title: 'Tus reservas',
  upcoming: 'Próximas',
  past: 'Terminadas',
  noneAhead: 'No hay nada reservado. Elige una máquina y una hora.',
  nonePast: 'Nada en las últimas dos semanas.',
  find: 'Ver qué está libre',
  open: (machine, when) => `${machine}, ${when}: cambiar, cancelar o corregir`,
  change: 'Cambiar',
  correct: 'Corregir',
  look: 'Abrir',
  cancelled: 'Cancelada',
  now: 'Ahora',
  marked: 'Algo la impide',
  dialog: { move: 'Moverla', resize: 'Cambiar su duración', correct: '¿Qué pasó en realidad?' },
  at: (workshop) => `en ${workshop}`,
};
