import type { MachineSummary } from '../../shared/machines/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { QrCode } from '../ui/qrCode.tsx';
import { type FormatName, LABEL_FORMATS } from './formats.ts';

/** CSS pixels of a millimetre: 96 to the inch. */
const PIXELS_PER_MILLIMETRE = 96 / 25.4;

export type Labelled = Pick<MachineSummary, 'machineId' | 'name' | 'labelCode' | 'workshopName'>;

/** One label: the square code, the name of the machine or bin, and its code for those who type it. */
export function PrintedLabel({
  machine,
  format,
}: {
  machine: Pick<Labelled, 'name' | 'labelCode'>;
  format: FormatName;
}) {
  const address = `${location.origin}${addressOf.code(machine.labelCode)}`;
  const side = LABEL_FORMATS[format].code * PIXELS_PER_MILLIMETRE;
  return (
    <div class="printed-label">
      <QrCode text={address} label={t.labels.picture(machine.name, address)} width={side} />
      <div class="words">
        {format !== 'round' && <span class="name">{machine.name}</span>}
        <span class="code">{machine.labelCode}</span>
        {format !== 'round' && <span class="address">{address.replace(/^https?:\/\//, '')}</span>}
      </div>
    </div>
  );
}
