/** What an entry of a machine's story is told from. `when` is empty where the event names no time. */
interface Told {
  by: string;
  when: string;
}

const entries: Record<string, (told: Told) => string> = {
  MachineRegistered: ({ by }) => `${by} added the machine.`,
  MachineDescribed: ({ by }) => `${by} changed its description.`,
  MachineRetired: ({ by }) => `${by} retired it.`,
  MachineReinstated: ({ by }) => `${by} brought it back.`,
  BookingRulesSet: ({ by }) => `${by} changed its rules.`,
  PhotographAdded: ({ by }) => `${by} added a photograph.`,
  PhotographRemoved: ({ by }) => `${by} removed a photograph.`,
  ManualAttached: ({ by }) => `${by} attached its manual.`,
  ManualRemoved: ({ by }) => `${by} took its manual away.`,
  SettingNoted: ({ by }) => `${by} noted settings that worked.`,
  SettingConfirmed: ({ by }) => `${by} confirmed settings.`,
  SettingConfirmationTakenBack: ({ by }) => `${by} took back that settings worked.`,
  SettingWithdrawn: ({ by }) => `${by} withdrew settings.`,
  BookingPlaced: ({ by, when }) => `${by} booked it for ${when}.`,
  BookingMoved: ({ by, when }) => `${by} moved a booking to ${when}.`,
  BookingResized: ({ by, when }) => `${by} changed a booking to ${when}.`,
  BookingCancelled: ({ by }) => `${by} cancelled a booking.`,
  BookingReinstated: ({ by }) => `${by} took a cancelled booking again.`,
  BookingCorrected: ({ by, when }) => `${by} corrected a booking: it was ${when}.`,
  BookingMarked: () => 'A booking was marked: something stands against it now.',
  BookingUnmarked: () => 'Nothing stands against a marked booking any more.',
  BookingConfirmed: ({ by }) => `${by} agreed to a booking.`,
  BookingDeclined: ({ by }) => `${by} declined a booking.`,
  BookingLapsed: () => 'A booking lapsed: nobody answered in time.',
  BookingMissed: () => 'A booking was missed: nobody came.',
  BookingPassed: ({ by }) => `${by} passed a booking on.`,
  UseStarted: ({ by }) => `${by} started it.`,
  UseStopped: ({ by }) => `${by} stopped it.`,
  UseHandedOver: ({ by }) => `${by} handed it over while it ran.`,
  WaitingJoined: ({ by }) => `${by} got in line for it.`,
  WaitingLeft: ({ by }) => `${by} no longer waits for it.`,
  SlotHeld: () => 'A time got free and was held for the first in line.',
  HoldEnded: () => 'A held time was taken or let go.',
  TimeReserved: ({ by, when }) => `${by} reserved it for the workshop, ${when}.`,
  ReservationLifted: ({ by }) => `${by} gave back what the workshop had reserved.`,
  OutageDeclared: ({ by, when }) =>
    when ? `${by} took it out of service, ${when}.` : `${by} took it out of service.`,
  OutageEnded: ({ by }) => `${by} returned it to service.`,
  FaultReported: ({ by }) => `${by} reported a fault.`,
  FaultDismissed: ({ by }) => `${by} dismissed a report.`,
  RepairLogged: ({ by }) => `${by} repaired it.`,
  KitChecked: ({ by }) => `${by} counted what is in it.`,
  MaintenancePlanned: ({ by }) => `${by} planned maintenance.`,
  MaintenancePlanDropped: ({ by }) => `${by} dropped a maintenance plan.`,
  MaintenanceDone: ({ by }) => `${by} did its maintenance.`,
};

export const story = {
  title: 'Its story',
  asThing: 'As a thing: what is inside, and where it was',
  entries,
  other: ({ by }: Told) => `${by} changed something.`,
  from: (when: string) => `from ${when}`,
  earlier: 'Show earlier entries',
  none: 'Nothing has been told of it yet.',
  quote: (text: string) => `“${text}”`,
};
