import { useState } from 'preact/hooks';
import { badgesView, claimLink } from '../../shared/members/badges.ts';
import type { PersonView } from '../../shared/workshops/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { post } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { Button } from '../ui/button.tsx';
import { CopyField } from '../ui/copyField.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { QrCode } from '../ui/qrCode.tsx';
import { dayIn, nameOf } from './office.ts';

const words = t.people.signInLink;

export interface SignInLinkProps {
  person: PersonView;
  /** Of the person in the workshop. */
  path: string;
  timeZone: string;
}

/** For somebody who has never signed in: a link, shown this once, with which the account becomes theirs. */
export function SignInLink({ person, path, timeZone }: SignInLinkProps) {
  const known = useResource(`${path}/badges`, badgesView);
  const [link, setLink] = useState<{ url: string; expiresAt: string } | null>(null);
  const { busy, failure, attempt } = useAttempt();
  if (!known.value.value?.claimable) return null;
  const make = () => attempt(async () => setLink(await post(`${path}/claim`, {}, claimLink)));
  return (
    <div class="stack">
      <p>{words.never(nameOf(person))}</p>
      <FormFailure failure={failure} timeZone={timeZone} />
      {link ? (
        <div class="stack" role="status">
          <p>
            {t.people.invite.once} {t.people.invite.expires(dayIn(link.expiresAt, timeZone))}
          </p>
          <CopyField label={t.people.invite.link} copyLabel={t.people.invite.copy} value={link.url} />
          <QrCode text={link.url} label={words.picture(nameOf(person))} />
        </div>
      ) : (
        <div>
          <Button busy={busy} onPress={make}>
            {words.make}
          </Button>
        </div>
      )}
    </div>
  );
}
