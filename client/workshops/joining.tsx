import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { WorkshopView } from '../../shared/workshops/views.ts';
import { addressOf, safeNext } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { me, readMe } from '../session.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Fold } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.workshops.join;

/** The way into a workshop, for those who are not in it; who joins on the spot goes on to `next`, who asks is shown the way there. */
export function Join({ workshop, next }: { workshop: WorkshopView; next?: string | undefined }) {
  const { url, route } = useLocation();
  const [message, setMessage] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const { workshopId, name, joining, timeZone } = workshop;
  const own = me.value?.workshops.find((each) => each.workshopId === workshopId);
  if (own && own.roles.length > 0) return null;
  if (own?.requestedAt) return <Asked next={next} />;
  if (joining === 'invitation') return <p class="note">{words.invitation}</p>;
  if (!me.value)
    return (
      <div>
        <ButtonLink kind="main" href={addressOf.signIn(url)}>
          {words.signIn}
        </ButtonLink>
      </div>
    );
  const join = async () => {
    const reply = await give({
      method: 'post',
      path: `/api/workshops/${workshopId}/join`,
      body: message.trim() ? { message } : {},
      done: joining === 'open' ? words.joined(name) : words.asked(name),
      after: readMe,
    });
    if (reply && joining === 'open' && next) route(safeNext(next));
  };
  return (
    <AskForm
      submitLabel={joining === 'open' ? words.open : words.ask}
      onSubmit={join}
      busy={busy}
      failure={failure}
      timeZone={timeZone}
      kind="main"
      width="narrow"
    >
      {joining === 'approval' && (
        <TextArea label={`${words.message} (${t.words.optional})`} value={message} onValue={setMessage} />
      )}
    </AskForm>
  );
}

/** What happens after asking, and the way back to where one came from. */
function Asked({ next }: { next: string | undefined }) {
  return (
    <div class="stack">
      <p class="note">
        {t.workshops.requested} {words.afterwards}
      </p>
      {next && <ButtonLink href={safeNext(next)}>{words.back}</ButtonLink>}
    </div>
  );
}

/** The way out, at the end of the page. */
export function Leave({ workshop }: { workshop: WorkshopView }) {
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const own = me.value?.workshops.find((each) => each.workshopId === workshop.workshopId);
  if (!own?.roles.some((role) => role === 'member' || role === 'visitor')) return null;
  return (
    <Fold summary={words.leave}>
      <div class="stack">
        <p>{words.leaveText}</p>
        <FormFailure failure={failure} timeZone={workshop.timeZone} />
        <div>
          <Button
            kind="danger"
            busy={busy}
            onPress={() =>
              give({
                method: 'post',
                path: `/api/workshops/${workshop.workshopId}/leave`,
                body: {},
                done: words.left(workshop.name),
                after: readMe,
              })
            }
          >
            {words.leave}
          </Button>
        </div>
      </div>
    </Fold>
  );
}
