import type { Duty } from '../../timers/duty.ts';
import { maintenanceDue } from './maintenance.ts';
import { onDuty } from './reactions.ts';

/** Tells hosts and stewards that maintenance is due, once each time that it is. */
export const tellMaintenanceDue: Duty = {
  name: 'tellMaintenanceDue',
  every: 300,
  due: ({ views, now }) => ({
    commands: [],
    notices: maintenanceDue(views, now).flatMap(({ cycle, ...params }) =>
      onDuty(views, params.workshopId).map((memberId) => ({
        key: cycle,
        memberId,
        kind: 'MaintenanceDue',
        params,
      })),
    ),
    mails: [],
  }),
};
