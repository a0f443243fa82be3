import { useState } from 'preact/hooks';
import type { ThingView } from '../../../shared/items/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { deferred } from '../../frame/deferred.tsx';
import { keptAs } from '../../offline/keptAs.ts';
import { type Unsent, unsent } from '../../offline/unsent.ts';
import { WaitingRows } from '../../offline/waitingRows.tsx';
import { me } from '../../session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCommand } from '../../useCommand.ts';
import { type Act, actsFor, IN_SIGHT } from './act.ts';

// Whoever scans a label on a slow connection waits for none of the forms.
const ActDialog = deferred(async () => (await import('./actDialog.tsx')).ActDialog);

const words = t.things.acts;

interface ActButtonsProps {
  thing: ThingView;
  onChanged: () => void;
}

/** The three likeliest acts as buttons, the others behind a fourth. */
export function ActButtons({ thing, onChanged }: ActButtonsProps) {
  const [act, setAct] = useState<Act | 'more' | null>(null);
  const acts = actsFor(thing);
  // One button stands out, and booking it does already.
  const isBooked = thing.machine?.inService === true;
  const close = () => setAct(null);
  const done = () => {
    close();
    onChanged();
  };
  if (!me.value)
    return (
      <div class="buttons">
        <ButtonLink kind={isBooked ? 'plain' : 'main'} href={addressOf.signIn(addressOf.thing(thing.itemId))}>
          {t.frame.signIn}
        </ButtonLink>
      </div>
    );
  const others = acts.slice(IN_SIGHT);
  return (
    <>
      <div class="thing-acts">
        {acts.slice(0, IN_SIGHT).map((each, index) => (
          <Button key={each} kind={index === 0 && !isBooked ? 'main' : 'plain'} onPress={() => setAct(each)}>
            {words[each]}
          </Button>
        ))}
        {others.length > 0 && <Button onPress={() => setAct('more')}>{words.more}</Button>}
        <TakeEndBack thing={thing} onChanged={onChanged} />
      </div>
      <WaitingRows rows={unsent.value.filter(isActOf(thing))} />
      {act === 'more' && (
        <Dialog title={words.title} onClose={close}>
          <div class="act-list">
            {others.map((each) => (
              <Button key={each} wide onPress={() => setAct(each)}>
                {words[each]}
              </Button>
            ))}
            {thing.status !== 'beingMade' && (
              <ButtonLink wide href={addressOf.takeApart(thing.itemId)}>
                {words.takeApart}
              </ButtonLink>
            )}
          </div>
        </Dialog>
      )}
      {act !== null && act !== 'more' && (
        <ActDialog key={act} act={act} thing={thing} onDone={done} onClose={close} />
      )}
    </>
  );
}

/** Photographs stand among its photographs. */
const isActOf =
  ({ itemId }: ThingView) =>
  ({ path }: Unsent) =>
    path.startsWith(`/api/things/${itemId}/`) && !path.endsWith('/photographs');

/** Of what was used up or scrapped by mistake. */
function TakeEndBack({ thing, onChanged }: ActButtonsProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { itemId, name, status, allowedActions } = thing;
  const isOver = status === 'consumed' || status === 'scrapped';
  if (!isOver || !allowedActions.includes('item.change')) return null;
  return (
    <Button
      busy={busy}
      onPress={() =>
        give({
          method: 'post',
          path: `/api/things/${itemId}/end/take-back`,
          body: {},
          done: t.things.done.takeEndBack(name),
          keepAs: keptAs(t.things.done.takeEndBack(name)),
          after: onChanged,
        })
      }
    >
      {words.takeEndBack}
    </Button>
  );
}
