import { useId } from 'preact/hooks';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { t } from '../../catalogue/designTexts.ts';
import { randomId } from '../../randomId.ts';
import { Button } from '../../ui/button.tsx';
import { DraftText } from './draftFields.tsx';
import { addition, removal } from './entries.ts';
import type { DraftState } from './state.ts';

const words = t.draft.about;

/** People without an account here whom the licence or decency wants named. */
export function Attributions({ draft, content }: { draft: DraftState; content: DraftContent }) {
  const heading = useId();
  const add = () =>
    draft.edit(
      addition(content, 'attributions', {
        id: randomId(),
        name: words.attributionNew,
        role: 'contributor',
        organization: '',
        contact: '',
      }),
    );
  return (
    <section class="stack" aria-labelledby={heading}>
      <h3 id={heading}>{words.attributions}</h3>
      {content.attributions.map(({ id, name }) => (
        <div class="entry" key={id}>
          <DraftText
            draft={draft}
            at={['attributions', id, 'name']}
            label={words.attributionName}
            maxLength={160}
            required
          />
          <Button
            label={words.attributionRemove(name)}
            onPress={() => draft.edit(removal(content, 'attributions', id))}
          >
            {t.draft.parts.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={add}>{words.attributionAdd}</Button>
      </div>
    </section>
  );
}
