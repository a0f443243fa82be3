import { type ItemDescription, type SizeName, sizeName } from '../../../shared/items/events.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { LengthField } from '../../ui/lengthField.tsx';
import { Fold } from '../../ui/page.tsx';
import { MassField } from './fields.tsx';

const words = t.things;

/** What is being said of a thing, the weight as typed. */
export interface Described {
  name: string;
  specification: string;
  material: string;
  mass: string;
  sizes: ItemDescription['sizes'];
}

export const BLANK: Described = { name: '', specification: '', material: '', mass: '', sizes: [] };

export const describedFrom = (known: ItemDescription): Described => ({
  name: known.name,
  specification: known.specification,
  material: known.material,
  mass: known.massKilograms === null ? '' : String(known.massKilograms),
  sizes: known.sizes,
});

interface DescriptionFieldsProps {
  described: Described;
  onChange: (described: Described) => void;
  /** Stands open: the form is about nothing else. */
  open?: boolean;
}

/** Its name; the rest for those who know it. */
export function DescriptionFields({ described, onChange, open = false }: DescriptionFieldsProps) {
  const set = (part: Partial<Described>) => onChange({ ...described, ...part });
  const details = (
    <div class="stack">
      <TextField
        label={`${words.specification} (${t.words.optional})`}
        maxLength={200}
        value={described.specification}
        onValue={(specification) => set({ specification })}
      />
      <div class="fields-2">
        <TextField
          label={`${words.material} (${t.words.optional})`}
          maxLength={120}
          value={described.material}
          onValue={(material) => set({ material })}
        />
        <MassField typed={described.mass} onTyped={(mass) => set({ mass })} />
      </div>
      <Sizes sizes={described.sizes} onSizes={(sizes) => set({ sizes })} />
    </div>
  );
  return (
    <>
      <TextField
        label={words.forms.name}
        hint={words.forms.nameHint}
        required
        maxLength={80}
        value={described.name}
        onValue={(name) => set({ name })}
      />
      {open ? details : <Fold summary={words.receive.details}>{details}</Fold>}
    </>
  );
}

interface SizesProps {
  sizes: Described['sizes'];
  onSizes: (sizes: Described['sizes']) => void;
}

/** Sizes by which it will be looked for, as people write them. */
function Sizes({ sizes, onSizes }: SizesProps) {
  const free = sizeName.options.filter((name) => !sizes.some((size) => size.name === name));
  const change = (index: number, part: Partial<{ name: SizeName; millimetres: number }>) =>
    onSizes(sizes.map((size, at) => (at === index ? { ...size, ...part } : size)));
  return (
    <>
      {sizes.map(({ name, millimetres }, index) => (
        <div class="thing-pair" key={name}>
          <SelectField
            label={words.forms.size}
            value={name}
            options={[name, ...free].map((value) => ({ value, label: words.sizes[value] }))}
            onValue={(value) => change(index, { name: value })}
          />
          <LengthField
            label={words.forms.length}
            value={millimetres}
            least={0.01}
            most={1e6}
            onValue={(value) => typeof value === 'number' && change(index, { millimetres: value })}
            onTyping={(value) => typeof value === 'number' && change(index, { millimetres: value })}
          />
          <Button
            kind="quiet"
            label={words.forms.removeSize(words.sizes[name])}
            onPress={() => onSizes(sizes.filter((_, at) => at !== index))}
          >
            {words.photographs.remove}
          </Button>
        </div>
      ))}
      {free[0] && sizes.length < 12 && (
        <div>
          <Button onPress={() => free[0] && onSizes([...sizes, { name: free[0], millimetres: 100 }])}>
            {words.forms.addSize}
          </Button>
        </div>
      )}
    </>
  );
}
