import { outagesProjection } from './bookings/outages/projection.ts';
import { bookingsProjection } from './bookings/projection.ts';
import { waitingProjection } from './bookings/waiting/projection.ts';
import { buildsProjection } from './builds/projection.ts';
import { competencesProjection } from './competences/projection.ts';
import { designsProjection } from './designs/projection.ts';
import { designTalkProjection } from './designs/projectionTalk.ts';
import { filesProjection } from './files/projection.ts';
import { itemsProjection } from './items/projection.ts';
import { loansProjection } from './loans/projection.ts';
import { careProjection } from './machines/care/projection.ts';
import { machinesProjection } from './machines/projection.ts';
import { membersProjection } from './members/projection.ts';
import { networkProjection } from './network/projection.ts';
import { readersProjection } from './readers/projection.ts';
import { stockProjection } from './stock/projection.ts';
import type { Projection } from './views/projection.ts';
import { workProjection } from './work/projection.ts';
import { workshopsProjection } from './workshops/projection.ts';

/** Every context's projection: together they are the views. */
export const projections: readonly Projection[] = [
  workshopsProjection,
  membersProjection,
  machinesProjection,
  careProjection,
  bookingsProjection,
  waitingProjection,
  outagesProjection,
  competencesProjection,
  loansProjection,
  filesProjection,
  designsProjection,
  designTalkProjection,
  readersProjection,
  itemsProjection,
  buildsProjection,
  workProjection,
  networkProjection,
  stockProjection,
];
