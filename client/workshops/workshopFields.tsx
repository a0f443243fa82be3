import type { FoundWorkshopBody } from '../../shared/workshops/commands.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { RequestFailed } from '../problem.ts';
import { SelectField, TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { PlaceFields } from './placeFields.tsx';
import { joiningOptions } from './settingsForms.tsx';
import { firstHours } from './week.ts';

const words = t.workshops.settings;
const hereZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A new workshop before anything is typed: in the viewer's own zone, with usual evenings. */
export const blankWorkshop = (): FoundWorkshopBody => ({
  name: '',
  place: { address: '', latitude: null, longitude: null },
  timeZone: hereZone(),
  openingHours: firstHours,
  joining: 'approval',
});

const zones = () => {
  const known = Intl.supportedValuesOf('timeZone');
  const here = hereZone();
  return known.includes(here) ? known : [here, ...known];
};

export interface WorkshopFieldsProps {
  workshop: FoundWorkshopBody;
  failure: RequestFailed | null;
  onWorkshop: (workshop: FoundWorkshopBody) => void;
}

/** What founding asks about a workshop; its hours come next. */
export function WorkshopFields({ workshop, failure, onWorkshop }: WorkshopFieldsProps) {
  return (
    <>
      <TextField
        label={words.name}
        required
        maxLength={80}
        value={workshop.name}
        error={mistakeAt(failure, 'workshop.name')}
        onValue={(name) => onWorkshop({ ...workshop, name })}
      />
      <PlaceFields
        place={workshop.place}
        failure={failure}
        onPlace={(place) => onWorkshop({ ...workshop, place })}
      />
      <SelectField
        label={words.timeZone}
        value={workshop.timeZone}
        options={zones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        onValue={(timeZone) => onWorkshop({ ...workshop, timeZone })}
      />
      <SelectField
        label={words.joining}
        value={workshop.joining}
        options={joiningOptions}
        onValue={(joining) => onWorkshop({ ...workshop, joining })}
      />
      <p class="soft">{t.account.found.hoursNote}</p>
    </>
  );
}
