import type { Catalogue } from '../text.ts';

const entries: Catalogue['story']['entries'] = {
  MachineRegistered: ({ by }) => `${by} añadió la máquina.`,
  MachineDescribed: ({ by }) => `${by} cambió su descripción.`,
  MachineRetired: ({ by }) => `${by} la retiró.`,
  MachineReinstated: ({ by }) => `${by} la recuperó.`,
  BookingRulesSet: ({ by }) => `${by} cambió sus reglas.`,
  PhotographAdded: ({ by }) => `${by} añadió una fotografía.`,
  PhotographRemoved: ({ by }) => `${by} quitó una fotografía.`,
  ManualAttached: ({ by }) => `${by} adjuntó su manual.`,
  ManualRemoved: ({ by }) => `${by} quitó su manual.`,
  SettingNoted: ({ by }) => `${by} anotó ajustes que funcionaron.`,
  SettingConfirmed: ({ by }) => `${by} confirmó unos ajustes.`,
  SettingConfirmationTakenBack: ({ by }) => `${by} retiró que unos ajustes funcionaran.`,
  SettingWithdrawn: ({ by }) => `${by} retiró unos ajustes.`,
  BookingPlaced: ({ by, when }) => `${by} la reservó para ${when}.`,
  BookingMoved: ({ by, when }) => `${by} movió una reserva a ${when}.`,
  BookingResized: ({ by, when }) => `${by} cambió una reserva a ${when}.`,
  BookingCancelled: ({ by }) => `${by} canceló una reserva.`,
  BookingReinstated: ({ by }) => `${by} volvió a tomar una reserva cancelada.`,
  BookingCorrected: ({ by, when }) => `${by} corrigió una reserva: fue ${when}.`,
  BookingMarked: () => 'Se marcó una reserva: ahora algo la impide.',
  BookingUnmarked: () => 'Ya nada impide una reserva que estaba marcada.',
  OutageDeclared: ({ by, when }) =>
    when ? `${by} la puso fuera de servicio, ${when}.` : `${by} la puso fuera de servicio.`,
  OutageEnded: ({ by }) => `${by} la devolvió al servicio.`,
  FaultReported: ({ by }) => `${by} avisó de un fallo.`,
  FaultDismissed: ({ by }) => `${by} descartó un aviso.`,
  RepairLogged: ({ by }) => `${by} la reparó.`,
  MaintenancePlanned: ({ by }) => `${by} previó un mantenimiento.`,
  MaintenancePlanDropped: ({ by }) => `${by} quitó un plan de mantenimiento.`,
  MaintenanceDone: ({ by }) => `${by} hizo su mantenimiento.`,
};

export const story: Catalogue['story'] = {
  title: 'Su historia',
  entries,
  other: ({ by }) => `${by} cambió algo.`,
  from: (when) => `desde ${when}`,
  earlier: 'Mostrar lo anterior',
  none: 'Todavía no se ha contado nada de ella.',
  quote: (text) => `«${text}»`,
};
