import { useState } from 'preact/hooks';
import { thingView } from '../../../shared/items/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { useResource } from '../../resource.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { ActDialog } from '../acts/actDialog.tsx';
import { isGone } from '../words.ts';

const words = t.takingApart;

/** What is left once every part is out: it goes to the scrap, or stays what it is. */
export function Rest({ itemId, onChanged }: { itemId: string; onChanged: () => void }) {
  const thing = useResource(`/api/things/${itemId}`, thingView, [`item-${itemId}`]);
  const [scraps, setScraps] = useState(false);
  const shown = thing.value.value;
  if (!shown || isGone(shown) || !shown.allowedActions.includes('item.change')) return null;
  return (
    <PageSection title={words.rest}>
      <p>{words.restText(shown.name)}</p>
      <div>
        <Button onPress={() => setScraps(true)}>{words.scrapRest}</Button>
      </div>
      {scraps && (
        <ActDialog
          act="scrap"
          thing={shown}
          onClose={() => setScraps(false)}
          onDone={() => {
            setScraps(false);
            thing.refetch();
            onChanged();
          }}
        />
      )}
    </PageSection>
  );
}
