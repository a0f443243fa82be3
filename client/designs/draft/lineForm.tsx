import type { DraftContent } from '../../../shared/designs/content.ts';
import { partSource } from '../../../shared/designs/partLines.ts';
import { quantityUnit } from '../../../shared/designs/units.ts';
import { machineKind } from '../../../shared/machines/words.ts';
import { t } from '../../catalogue/designTexts.ts';
import { randomId } from '../../randomId.ts';
import { Button } from '../../ui/button.tsx';
import { Chips, ManyChips } from '../../ui/chips.tsx';
import { CheckField, SelectField } from '../../ui/field.tsx';
import { Fold } from '../../ui/page.tsx';
import { DraftText, ReadField } from './draftFields.tsx';
import { Alternatives, CutFields, PriceFields } from './lineExtras.tsx';
import { type LineAct, type LineRow, lineActs } from './lines.ts';
import { numberTyped, quantityTyped, typedIn, typedQuantity } from './measures.ts';
import type { DraftState } from './state.ts';
import { SubDesignField } from './subDesignField.tsx';

const words = t.draft.parts;
const named = t.draft.words;

interface LineFormProps {
  draft: DraftState;
  content: DraftContent;
  row: LineRow;
  onAddInside: () => void;
  /** The line is no longer there. */
  onGone: () => void;
}

/** All that is said of one line, the most needed first. */
export function LineForm({ draft, content, row, onAddInside, onGone }: LineFormProps) {
  const { line, below } = row;
  const set = (fields: Record<string, unknown>) => draft.setFields('parts', line.id, fields);
  const text = (field: 'name' | 'specification' | 'material' | 'note', maxLength: number) => ({
    draft,
    at: ['parts', line.id, field] as const,
    label: words[field],
    maxLength,
  });
  const act = (which: LineAct) => draft.edit(lineActs[which](content, line.id));
  return (
    <div class="stack">
      <DraftText {...text('name', 160)} required />
      <div class="fields-2">
        <ReadField
          label={words.quantity}
          hint={words.quantityHint}
          value={quantityTyped(line)}
          read={(typed) => typedQuantity(typed, line.unit)}
          mistake={words.notQuantity}
          onRead={({ quantity, unit, written }) => set({ quantity, unit, written })}
        />
        <SelectField
          label={words.unit}
          value={line.unit}
          options={quantityUnit.options.map((value) => ({ value, label: t.quantities.units[value] }))}
          onValue={(unit) => set({ unit })}
        />
      </div>
      <CutFields draft={draft} line={line} />
      <DraftText {...text('specification', 200)} hint={words.specificationHint} />
      <DraftText {...text('material', 120)} />
      <Chips
        label={words.source}
        value={line.source}
        options={partSource.options.map((value) => ({ value, label: named.sources[value] }))}
        onValue={(source) => set({ source })}
      />
      <SubDesignField draft={draft} line={line} />
      <Fold summary={words.more}>
        <div class="stack">
          <ReadField
            label={words.mass}
            hint={words.massHint}
            value={line.mass === null ? '' : `${numberTyped(line.mass)} kg`}
            read={(typed) => typedIn(typed, 'kg')}
            mistake={words.notNumber}
            onRead={(mass) => set({ mass })}
            onEmpty={() => set({ mass: null })}
          />
          <PriceFields draft={draft} line={line} />
          <CheckField label={words.tracked} checked={line.tracked} onChange={(tracked) => set({ tracked })} />
          <ManyChips
            label={words.machines}
            values={line.machines}
            options={machineKind.options.map((value) => ({ value, label: t.words.kinds[value] }))}
            onValues={(machines) => set({ machines: machines.slice(0, 10) })}
          />
          <DraftText {...text('note', 1000)} />
          <Alternatives draft={draft} line={line} />
        </div>
      </Fold>
      <fieldset class="stack">
        <legend class="only-heard">{words.place}</legend>
        <div class="buttons">
          <Button onPress={() => act('up')}>{words.up}</Button>
          <Button onPress={() => act('down')}>{words.down}</Button>
          <Button onPress={() => act('indent')}>{words.indent}</Button>
          {line.parent !== null && <Button onPress={() => act('outdent')}>{words.outdent}</Button>}
          <Button onPress={onAddInside}>{words.addInside}</Button>
          <Button onPress={() => draft.edit(lineActs.duplicate(content, line.id, randomId))}>
            {words.duplicate}
          </Button>
          <Button
            kind="danger"
            onPress={() => {
              act('remove');
              onGone();
            }}
          >
            {below > 0 ? words.removeWith(below) : words.remove}
          </Button>
        </div>
      </fieldset>
    </div>
  );
}
