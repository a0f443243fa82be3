import { useLocation } from 'preact-iso/router';
import { workshopView } from '../../shared/workshops/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { me, readMe } from '../session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.account.invite;

/** Where an invitation's link leads: sign in or make an account, then you are in. */
export function InvitePage({ params, path }: PageProps) {
  const { workshopId = '', token = '' } = params;
  const { route } = useLocation();
  const workshop = useResource(`/api/workshops/${workshopId}`, workshopView);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const accept = async (name: string) => {
    const reply = await give({
      method: 'post',
      path: `/api/workshops/${workshopId}/join`,
      body: { invitation: token },
      done: words.joined(name),
      after: readMe,
    });
    if (!reply) return;
    await readMe();
    route(addressOf.workshop(workshopId));
  };
  return (
    <PageFrame title={words.title}>
      <Shown resource={workshop}>
        {({ name, timeZone }) => (
          <>
            <p>{words.text(name)}</p>
            <FormFailure failure={failure} timeZone={timeZone} />
            <div class="buttons">
              {me.value ? (
                <Button kind="main" busy={busy} onPress={() => accept(name)}>
                  {words.accept}
                </Button>
              ) : (
                <>
                  <ButtonLink kind="main" href={addressOf.signIn(path)}>
                    {words.signIn}
                  </ButtonLink>
                  <ButtonLink href={`${addressOf.signIn(path)}&way=create`}>{words.create}</ButtonLink>
                </>
              )}
            </div>
          </>
        )}
      </Shown>
    </PageFrame>
  );
}
