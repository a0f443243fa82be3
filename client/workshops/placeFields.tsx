import type { Place } from '../../shared/workshops/events.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { RequestFailed } from '../problem.ts';
import { TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { Fold } from '../ui/page.tsx';

export interface PlaceFieldsProps {
  place: Place;
  failure: RequestFailed | null;
  onPlace: (place: Place) => void;
}

const words = t.workshops.settings;
const degrees = (text: string) => (text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text));

/** Address, and coordinates for those who know them (degrees, WGS 84). */
export function PlaceFields({ place, failure, onPlace }: PlaceFieldsProps) {
  const optional = (label: string) => `${label} (${t.words.optional})`;
  return (
    <>
      <TextField
        label={words.address}
        required
        maxLength={80}
        autocomplete="street-address"
        value={place.address}
        error={mistakeAt(failure, 'address')}
        onValue={(address) => onPlace({ ...place, address })}
      />
      <Fold summary={words.coordinates}>
        <div class="fields-2">
          <TextField
            label={optional(words.latitude)}
            type="number"
            min={-90}
            max={90}
            step="any"
            value={place.latitude === null ? '' : String(place.latitude)}
            error={mistakeAt(failure, 'latitude')}
            onValue={(text) => onPlace({ ...place, latitude: degrees(text) })}
          />
          <TextField
            label={optional(words.longitude)}
            type="number"
            min={-180}
            max={180}
            step="any"
            value={place.longitude === null ? '' : String(place.longitude)}
            error={mistakeAt(failure, 'longitude')}
            onValue={(text) => onPlace({ ...place, longitude: degrees(text) })}
          />
        </div>
      </Fold>
    </>
  );
}
