import { z } from 'zod';
import { bookingView } from '../shared/bookings/views.ts';
import { historyEntry, machineSummary } from '../shared/machines/views.ts';
import { noticeView } from '../shared/members/views.ts';
import { foundingMode } from '../shared/workshops/commands.ts';
import { appointmentView, personView, workshopSummary } from '../shared/workshops/views.ts';

/** What the lists of the API answer with: views of `shared/`, each under its name. */
export const machineList = z.object({ machines: z.array(machineSummary) });
export const workshopList = z.object({ workshops: z.array(workshopSummary) });
export const bookingList = z.object({ bookings: z.array(bookingView) });
export const noticeList = z.object({ notices: z.array(noticeView) });
export const peopleList = z.object({ people: z.array(personView) });
export const appointmentList = z.object({ appointments: z.array(appointmentView) });
export const storyPage = z.object({ entries: z.array(historyEntry), next: z.string().nullable() });
export const labelTarget = z.object({
  machineId: z.uuid().optional(),
  /** A thing that is no machine. */
  itemId: z.uuid().optional(),
  /** A bin on a shelf. */
  shelf: z.object({ workshopId: z.uuid(), materialId: z.uuid() }).optional(),
});

const demoAccount = z.object({ email: z.string(), password: z.string() });

/** What anybody may know of this server before signing in. */
export const serverView = z.object({
  founded: z.boolean(),
  founding: foundingMode,
  mailConfigured: z.boolean(),
  secureOrigin: z.boolean(),
  oidcProviders: z.array(z.object({ id: z.string(), name: z.string() })),
  demo: z.object({ member: demoAccount, steward: demoAccount }).nullable(),
});
export type ServerView = z.infer<typeof serverView>;
