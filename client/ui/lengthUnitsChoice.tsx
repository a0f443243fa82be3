import type { LengthUnits } from '../../shared/measures/lengths.ts';
import { t } from '../catalogue/sharedTexts.ts';
import { lengthUnits, takeLengthUnits } from '../measures/lengthUnits.ts';
import { Chips } from './chips.tsx';

/** Millimetres or inches, for all lengths of all pages in this browser. */
export function LengthUnitsChoice() {
  const units: readonly LengthUnits[] = ['mm', 'in'];
  const words = t.lengths;
  return (
    <Chips
      label={words.units}
      line
      value={lengthUnits.value}
      options={units.map((value) => ({ value, label: words.unitNames[value] }))}
      onValue={takeLengthUnits}
    />
  );
}
