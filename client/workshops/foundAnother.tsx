import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { me, readMe, server } from '../session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';
import { blankWorkshop, WorkshopFields } from './workshopFields.tsx';

const words = t.account.found;

/** A further workshop, where this server lets its members found one; where it is to be asked for, this asks. */
export function FoundAnother() {
  const { route } = useLocation();
  const [workshop, setWorkshop] = useState(blankWorkshop);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const mode = server.value?.founding;
  if (!me.value)
    return (
      <div>
        <ButtonLink kind="main" href={addressOf.signIn(addressOf.found)}>
          {t.frame.signIn}
        </ButtonLink>
      </div>
    );
  if (mode === 'closed') return <p class="note">{words.closed}</p>;
  const submit = async () => {
    const reply = await give({
      method: 'post',
      path: '/api/workshops',
      body: workshop,
      done: words.done(workshop.name),
    });
    if (!reply) return;
    await readMe();
    route(addressOf.workshop(reply.id));
  };
  return (
    <form
      class="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {mode === 'asked' && !me.value.mayFound && <p class="note">{words.asked}</p>}
      <WorkshopFields workshop={workshop} failure={failure} onWorkshop={setWorkshop} />
      <FormFailure failure={failure} />
      <Button kind="main" type="submit" busy={busy} wide>
        {words.submit}
      </Button>
    </form>
  );
}
