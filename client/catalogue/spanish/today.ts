import type { Catalogue } from '../text.ts';
import { words } from './words.ts';

const marks: Record<string, string | undefined> = words.marks;
const marked = (rule: string) => marks[rule]?.toLowerCase() ?? 'algo la impide';

const notices: Catalogue['today']['noticeKinds'] = {
  BookingMarked: ({ machine, rule }) => `Tu reserva de ${machine}: ${marked(rule)}.`,
  BookingUnmarked: ({ machine }) => `Ya nada impide tu reserva de ${machine}.`,
  BookingMoved: ({ machine, when }) => `Tu reserva de ${machine} se movió a ${when}.`,
  BookingResized: ({ machine, when }) => `Tu reserva de ${machine} se cambió a ${when}.`,
  BookingCancelled: ({ machine }) => `Tu reserva de ${machine} se canceló.`,
  BookingReinstated: ({ machine }) => `Tu reserva cancelada de ${machine} vuelve a valer.`,
  FaultReported: ({ machine, workshop }) => `Alguien avisó de un fallo de ${machine} en ${workshop}.`,
  OutageDeclared: ({ machine, workshop }) => `Alguien bloqueó ${machine} en ${workshop} por insegura.`,
  RepairLogged: ({ machine }) => `El fallo de ${machine} que avisaste está arreglado.`,
  MaintenanceDue: ({ machine, workshop }) => `Toca el mantenimiento de ${machine} en ${workshop}.`,
  MembershipGranted: ({ workshop }) => `Ya estás en ${workshop}.`,
  MembershipDeclined: ({ workshop }) => `${workshop} rechazó tu solicitud.`,
  MembershipEnded: ({ workshop }) => `Tu membresía de ${workshop} ha terminado.`,
  MemberPaused: ({ workshop, when }) => `Estás en pausa en ${workshop} hasta ${when}.`,
  PauseLifted: ({ workshop }) => `Ya puedes reservar otra vez en ${workshop}.`,
  CompetenceGranted: ({ workshop }) => `En ${workshop} te confirmaron una competencia.`,
  CompetenceWithdrawn: ({ workshop }) => `En ${workshop} te retiraron una competencia.`,
  RoleAppointed: ({ workshop, office }) => `Ahora tienes un cargo en ${workshop}: ${office}.`,
  RoleRecalled: ({ workshop, office }) => `Ya no tienes este cargo en ${workshop}: ${office}.`,
};

export const today: Catalogue['today'] = {
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
  noticesNone: 'Sin novedades.',
  read: 'Leído',
  readAll: 'Marcar todo como leído',
  aMachine: 'una máquina',
  aWorkshop: 'un taller',
  noticeKinds: notices,
  withReason: (sentence, reason) => `${sentence} El motivo que se dio: ${reason}`,
  otherNotice: 'Cambió algo que te toca.',
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
