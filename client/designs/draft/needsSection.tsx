import {
  type DesignInterface,
  type InterfaceKind,
  interfaceKinds,
} from '../../../shared/designs/interfaces.ts';
import { t } from '../../catalogue/designTexts.ts';
import { randomId } from '../../randomId.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageSection } from '../../ui/page.tsx';
import { DraftText, ReadField } from './draftFields.tsx';
import type { SectionProps } from './editor.tsx';
import { addition, removal } from './entries.ts';
import { fieldsOf, newInterface } from './interfaceFields.ts';
import { numberTyped, typedIn } from './measures.ts';
import { ModulesList } from './modulesList.tsx';
import { Parameters, Relations } from './parameters.tsx';
import type { DraftState } from './state.ts';

const words = t.draft.needs;

/** What the design offers to others and wants of them, and the numbers that may be changed. */
export function NeedsSection({ draft, content }: SectionProps) {
  const add = () => draft.edit(addition(content, 'interfaces', newInterface(randomId(), 'shaft')));
  return (
    <div class="stack">
      <p class="soft">{words.line}</p>
      <PageSection title={words.interfaces}>
        {content.interfaces.length === 0 && <p class="soft">{words.none}</p>}
        {content.interfaces.map((each) => (
          <Interface
            key={each.id}
            draft={draft}
            own={each}
            onRemove={() => draft.edit(removal(content, 'interfaces', each.id))}
          />
        ))}
        <div>
          <Button onPress={add}>{words.add}</Button>
        </div>
      </PageSection>
      <ModulesList draft={draft} content={content} />
      <Parameters draft={draft} content={content} />
      <Relations draft={draft} content={content} />
    </div>
  );
}

interface InterfaceProps {
  draft: DraftState;
  own: DesignInterface;
  onRemove: () => void;
}

const sides = ['offers', 'needs'] as const;

function Interface({ draft, own, onRemove }: InterfaceProps) {
  const name = own.name || t.quantities.interfaces[own.kind];
  const turn = (kind: InterfaceKind) => {
    const to = { ...newInterface(own.id, kind), name: own.name, side: own.side };
    draft.edit([{ kind: 'set', at: ['interfaces', own.id], from: own, to }]);
  };
  return (
    <fieldset class="entry-group stack">
      <legend>{name}</legend>
      <div class="fields-2">
        <SelectField
          label={words.kind}
          value={own.kind}
          options={interfaceKinds.map((value) => ({ value, label: t.quantities.interfaces[value] }))}
          onValue={turn}
        />
        <DraftText draft={draft} at={['interfaces', own.id, 'name']} label={words.name} maxLength={80} />
      </div>
      <Chips
        label={words.side}
        value={own.side}
        options={sides.map((value) => ({ value, label: words[value] }))}
        onValue={(side) => draft.setFields('interfaces', own.id, { side })}
      />
      <div class="fields-2">
        {fieldsOf(own).map(({ field, value, isLength, isCount, mayLack }) => (
          <ReadField
            key={field}
            label={words.fields[field] ?? field}
            {...(isLength ? { hint: words.sizeHint } : {})}
            value={value === null ? '' : `${numberTyped(value)}${isLength ? ' mm' : ''}`}
            read={(typed) => {
              const read = typedIn(typed, isLength ? 'mm' : 'piece');
              return read !== null && read > 0 && (!isCount || Number.isInteger(read)) ? read : null;
            }}
            mistake={isLength ? t.draft.parts.notSize : t.draft.parts.notNumber}
            onRead={(read) => draft.setFields('interfaces', own.id, { [field]: read })}
            {...(mayLack ? { onEmpty: () => draft.setFields('interfaces', own.id, { [field]: null }) } : {})}
          />
        ))}
      </div>
      <div>
        <Button label={words.remove(name)} onPress={onRemove}>
          {t.draft.parts.remove}
        </Button>
      </div>
    </fieldset>
  );
}
