/** Commands to a machine's calendar. Instants in UTC milliseconds; free texts by id. */
export interface PlaceBooking {
  type: 'PlaceBooking';
  bookingId: string;
  machineId: string;
  workshopId: string;
  memberId: string;
  start: number;
  end: number;
  purposeId: string | null;
}

interface OfBooking {
  machineId: string;
  bookingId: string;
}
export interface MoveBooking extends OfBooking {
  type: 'MoveBooking';
  start: number;
  end: number;
}
export interface ResizeBooking extends OfBooking {
  type: 'ResizeBooking';
  start: number;
  end: number;
}
export type ChangeTimes = MoveBooking | ResizeBooking;
export interface CancelBooking extends OfBooking {
  type: 'CancelBooking';
}
export interface ReinstateBooking extends OfBooking {
  type: 'ReinstateBooking';
}
export interface CorrectBooking extends OfBooking {
  type: 'CorrectBooking';
  start: number;
  end: number;
  noteId: string | null;
}

/** Asks the rules again about bookings that later facts may have hit, or no longer hit. */
export interface ReconsiderBookings {
  type: 'ReconsiderBookings';
  machineId: string;
  bookingIds: string[];
}

export interface DeclareOutage {
  type: 'DeclareOutage';
  outageId: string;
  machineId: string;
  workshopId: string;
  /** Null: from now. */
  start: number | null;
  /** Null: nobody knows. */
  end: number | null;
  reasonId: string;
}
export interface EndOutage {
  type: 'EndOutage';
  machineId: string;
  outageId: string;
}

export type CalendarCommand =
  | PlaceBooking
  | MoveBooking
  | ResizeBooking
  | CancelBooking
  | ReinstateBooking
  | CorrectBooking
  | ReconsiderBookings
  | DeclareOutage
  | EndOutage;
