import type { WorkshopEvent } from '../../../shared/schemasOfEvents.ts';
import type { FoundWorkshopBody } from '../../../shared/workshops/commands.ts';

export const WORKSHOP = '00000000-0000-4000-8000-000000000001';
export const FOUNDER = '00000000-0000-4000-8000-0000000000f0';
export const MEMBER = '00000000-0000-4000-8000-0000000000a1';
export const OTHER = '00000000-0000-4000-8000-0000000000a2';
export const LASER = '00000000-0000-4000-8000-0000000000c1';

export const someWorkshop: FoundWorkshopBody = {
  name: 'Kiln Street',
  place: { address: 'Kiln Street 4', latitude: 52.5, longitude: 13.4 },
  timeZone: 'Europe/Berlin',
  openingHours: {
    visitor: [],
    member: [{ weekday: 1, opens: '10:00', closes: '18:00' }],
    host: 'always',
    steward: 'always',
    holidays: [{ date: '2026-12-25', name: 'Christmas' }],
  },
  joining: 'approval',
};

export const founded: WorkshopEvent = {
  type: 'WorkshopFounded',
  data: { workshopId: WORKSHOP, foundedBy: FOUNDER, ...someWorkshop },
};

export const appointed = (
  memberId: string,
  role: 'trainer' | 'host' | 'steward',
  competenceId: string | null = null,
): WorkshopEvent => ({
  type: 'RoleAppointed',
  data: { workshopId: WORKSHOP, memberId, role, competenceId },
});

export const recalled = (
  memberId: string,
  role: 'trainer' | 'host' | 'steward',
  competenceId: string | null = null,
): WorkshopEvent => ({
  type: 'RoleRecalled',
  data: { workshopId: WORKSHOP, memberId, role, competenceId },
});

export const laserDefined: WorkshopEvent = {
  type: 'CompetenceDefined',
  data: { workshopId: WORKSHOP, competenceId: LASER, name: 'Laser' },
};
