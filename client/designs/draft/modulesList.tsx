import type { DraftContent } from '../../../shared/designs/content.ts';
import { t } from '../../catalogue/designTexts.ts';
import { randomId } from '../../randomId.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { DraftText, ReadField } from './draftFields.tsx';
import { addition, removal } from './entries.ts';
import { numberTyped, typedIn } from './measures.ts';
import type { DraftState } from './state.ts';

const words = t.draft.needs;

/** The modules of the construction set that it is made of, and how many of each. */
export function ModulesList({ draft, content }: { draft: DraftState; content: DraftContent }) {
  const add = () =>
    draft.edit(
      addition(content, 'modules', { id: randomId(), module: words.moduleNew, quantity: 1, parameters: {} }),
    );
  return (
    <PageSection title={words.modules}>
      {content.modules.map(({ id, module, quantity }) => (
        <div class="entry" key={id}>
          <div class="fields-2">
            <DraftText
              draft={draft}
              at={['modules', id, 'module']}
              label={words.moduleName}
              maxLength={80}
              required
            />
            <ReadField
              label={words.moduleQuantity}
              inputMode="decimal"
              value={numberTyped(quantity)}
              read={(typed) => {
                const read = typedIn(typed, 'piece');
                return read !== null && read > 0 && read <= 1e6 ? read : null;
              }}
              mistake={t.draft.parts.notNumber}
              onRead={(read) => draft.setFields('modules', id, { quantity: read })}
            />
          </div>
          <Button label={words.remove(module)} onPress={() => draft.edit(removal(content, 'modules', id))}>
            {t.draft.parts.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={add}>{words.moduleAdd}</Button>
      </div>
    </PageSection>
  );
}
