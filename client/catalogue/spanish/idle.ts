import type { WorkshopCatalogue } from '../workshopTexts.ts';

export const idle: WorkshopCatalogue['idle'] = {
  title: (workshop) => `Horas libres de ${workshop}`,
  short: 'Horas libres',
  line: (from, to) => `De ${from} a ${to}. De máquinas, nunca de personas.`,
  machine: 'Máquina',
  all: 'Todas las máquinas',
  weeks: 'Durante',
  weekCount: (count) => (count === 1 ? '1 semana' : `${count} semanas`),
  what: 'Mostrar',
  free: 'Libre',
  booked: 'Reservado',
  used: 'Usado',
  caption: (what, machine) => `${what}, en porcentaje de las horas abiertas: ${machine}`,
  hour: 'Hora',
  closed: 'cerrado',
  percent: (count) => `${count} %`,
  none: 'Este taller no tiene ninguna máquina en servicio.',
  whole: (free, open) => `El ${free} % de ${open} horas abiertas quedó libre.`,
};
