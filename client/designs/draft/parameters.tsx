import type { DraftContent } from '../../../shared/designs/content.ts';
import { t } from '../../catalogue/designTexts.ts';
import { randomId } from '../../randomId.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageSection } from '../../ui/page.tsx';
import { DraftText } from './draftFields.tsx';
import { addition, removal } from './entries.ts';
import type { DraftState } from './state.ts';

const words = t.draft.needs;

interface ListProps {
  draft: DraftState;
  content: DraftContent;
}

/** Numbers and words that others may change. */
export function Parameters({ draft, content }: ListProps) {
  const add = () =>
    draft.edit(
      addition(content, 'parameters', { id: randomId(), name: words.parameterNew, value: '', unit: '' }),
    );
  return (
    <PageSection title={words.parameters}>
      {content.parameters.map(({ id, name }) => (
        <div class="entry" key={id}>
          <div class="fields-3">
            <DraftText
              draft={draft}
              at={['parameters', id, 'name']}
              label={words.parameterName}
              maxLength={80}
              required
            />
            <DraftText
              draft={draft}
              at={['parameters', id, 'value']}
              label={words.parameterValue}
              maxLength={120}
            />
            <DraftText
              draft={draft}
              at={['parameters', id, 'unit']}
              label={words.parameterUnit}
              maxLength={20}
            />
          </div>
          <Button label={words.remove(name)} onPress={() => draft.edit(removal(content, 'parameters', id))}>
            {t.draft.parts.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={add}>{words.parameterAdd}</Button>
      </div>
    </PageSection>
  );
}

const kinds = ['madeFrom', 'uses', 'enables'] as const;
const kindOptions = kinds.map((value) => ({ value, label: words.relationKinds[value] }));

/** How the type of machine stands to others. */
export function Relations({ draft, content }: ListProps) {
  const add = () =>
    draft.edit(
      addition(content, 'relations', {
        id: randomId(),
        kind: 'madeFrom',
        what: words.relationNew,
        design: null,
      }),
    );
  return (
    <PageSection title={words.relations}>
      {content.relations.map(({ id, kind, what }) => (
        <div class="entry" key={id}>
          <div class="fields-2">
            <SelectField
              label={words.kind}
              value={kind}
              options={kindOptions}
              onValue={(chosen) => draft.setFields('relations', id, { kind: chosen })}
            />
            <DraftText
              draft={draft}
              at={['relations', id, 'what']}
              label={words.relationWhat}
              maxLength={120}
              required
            />
          </div>
          <Button label={words.remove(what)} onPress={() => draft.edit(removal(content, 'relations', id))}>
            {t.draft.parts.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={add}>{words.relationAdd}</Button>
      </div>
    </PageSection>
  );
}
