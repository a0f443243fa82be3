import type { WorkshopCatalogue } from '../workshopTexts.ts';
export const today: WorkshopCatalogue['today'] = {
  builds: {
    title: 'Mis construcciones',
    all: 'Construcciones',
    more: (count) => (count === 1 ? '1 construcción más' : `${count} construcciones más`),
    steps: (done, all) => `${done} de ${all} pasos hechos`,
    missing: (count) => (count === 1 ? 'Falta 1 pieza' : `Faltan ${count} piezas`),
  },
  dangers: {
    title: 'Alguien podría hacerse daño',
    one: (thing, design) =>
      thing === design
        ? `${thing} tiene un problema de seguridad sin resolver`
        : `${thing}: un problema de seguridad de ${design} sigue sin resolver`,
    several: (count, design) =>
      `Un problema de seguridad de ${design} sigue sin resolver en ${count} de tus cosas`,
  },
  title: 'Hoy',
  next: 'Lo próximo',
  running: 'Tuyo ahora',
  nothing: 'No hay nada reservado. Elige una máquina y una hora.',
  findFree: 'Ver qué está libre',
  starts: (when) => `empieza ${when}`,
  until: (when) => `hasta ${when}`,
  thenToo: 'Después',
  marked: 'Míralas',
  markedText: 'Un cambio posterior impide estas reservas. Siguen siendo tuyas; muévelas o cancélalas.',
  out: 'Fuera de servicio',
  allWell: 'Todas las máquinas de tus talleres están en orden.',
  notices: 'Avisos',
  read: 'Leído',
  readAll: 'Marcar todo como leído',
  aMachine: 'una máquina',
  aWorkshop: 'un taller',
  noWorkshop: 'Todavía no estás en ningún taller. Únete a uno y podrás reservar sus máquinas.',
  toWorkshops: 'Ver los talleres',
  waiting: (workshop) => `${workshop} tiene tu solicitud. Te responde una persona responsable.`,
  steps: {
    title: (workshop) => `Primeros pasos en ${workshop}`,
    hours: 'Poner el horario',
    machine: 'Añadir una máquina',
    label: 'Imprimir su etiqueta',
    invitation: 'Invitar a alguien',
    booking: 'Hacer la primera reserva',
    done: 'hecho',
    hide: 'Ocultar estos pasos',
  },
};
