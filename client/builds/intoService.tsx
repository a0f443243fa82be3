import { thingView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import { ActDialog } from '../things/acts/actDialog.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Shown } from '../ui/shown.tsx';

export interface IntoServiceProps {
  itemId: string;
  name: string;
  onClose: () => void;
}

/** What was built becomes a machine that others can book: the form of the thing's own page, one press after the build. */
export function IntoService({ itemId, name, onClose }: IntoServiceProps) {
  const thing = useResource(`/api/things/${itemId}`, thingView);
  const view = thing.value.value;
  if (view?.allowedActions.includes('machine.register'))
    return <ActDialog act="intoService" thing={view} onDone={onClose} onClose={onClose} />;
  return (
    <Dialog title={t.buildEnd.intoServiceOf(name)} onClose={onClose}>
      <Shown resource={thing}>
        {({ code }) => (
          <div class="stack">
            <p>{t.buildEnd.stewardsServe(code)}</p>
            <div class="buttons">
              <ButtonLink href={addressOf.thingLabel(itemId)}>{t.buildEnd.label}</ButtonLink>
            </div>
          </div>
        )}
      </Shown>
    </Dialog>
  );
}
