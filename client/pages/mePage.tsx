import './mePage.css';
import type { MeView } from '../../shared/members/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { CalendarFeeds } from '../me/calendarFeeds.tsx';
import { Keys } from '../me/keys.tsx';
import { Erase, SignOut } from '../me/leaving.tsx';
import { NoticeSwitches } from '../me/noticeSwitches.tsx';
import { Passkeys } from '../me/passkeys.tsx';
import { PasswordForm } from '../me/passwordForm.tsx';
import { ProfileForm } from '../me/profileForm.tsx';
import { PushDevice } from '../me/pushDevice.tsx';
import { Badges } from '../people/badges.tsx';
import { me } from '../session.ts';
import { lastDateBefore } from '../time/zone.ts';
import { shortDate } from '../time.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Fold, PageFrame, PageSection } from '../ui/page.tsx';

const words = t.me;

/** Oneself: name and look, ways to sign in, keys, one's data, and the way out. */
export function MePage() {
  const viewer = me.value;
  if (!viewer) return null;
  return (
    <PageFrame
      title={viewer.name}
      cells={viewer.email === null ? [] : [{ label: words.profile.email, value: viewer.email }]}
      action={<SignOut />}
    >
      <Desk viewer={viewer} />
      <PageSection title={words.workshops}>
        <OwnWorkshops viewer={viewer} />
      </PageSection>
      <PageSection title={words.competences}>
        <OwnCompetences viewer={viewer} />
      </PageSection>
      <PageSection title={words.work.title}>
        <p>{words.work.text}</p>
        <div>
          <ButtonLink href={addressOf.myWork}>{words.work.go}</ButtonLink>
        </div>
      </PageSection>
      <PageSection title={words.profile.title}>
        <ProfileForm viewer={viewer} />
      </PageSection>
      <PageSection title={t.notices.title}>
        <NoticeSwitches />
        <PushDevice />
      </PageSection>
      <PageSection title={t.notices.feeds.title}>
        <CalendarFeeds />
      </PageSection>
      <PageSection title={words.passkeys.title}>
        <Passkeys />
      </PageSection>
      {viewer.email !== null && (
        <PageSection title={words.password.title}>
          <Fold summary={words.password.submit}>
            <PasswordForm email={viewer.email} />
          </Fold>
        </PageSection>
      )}
      <PageSection title={t.devices.badges.title}>
        <p>{t.devices.badges.text}</p>
        <Fold summary={t.devices.badges.title}>
          <Badges path="/api/me" />
        </Fold>
      </PageSection>
      <PageSection title={words.keys.title}>
        <Keys />
      </PageSection>
      <PageSection title={words.data.title}>
        <p>{words.data.text}</p>
        <div>
          <ButtonLink href="/api/me/data" download>
            {words.data.download}
          </ButtonLink>
        </div>
        <Fold summary={words.erase.title}>
          <Erase />
        </Fold>
      </PageSection>
    </PageFrame>
  );
}

/** Where one is host or steward: what waits there. */
function Desk({ viewer }: { viewer: MeView }) {
  const onDuty = viewer.workshops.filter(({ roles }) => roles.includes('host') || roles.includes('steward'));
  if (onDuty.length === 0) return null;
  return (
    <PageSection title={t.care.day.desk}>
      <ul class="rows">
        {onDuty.map(({ workshopId, name }) => (
          <li key={workshopId}>
            <a href={addressOf.stewardDay(workshopId)}>{t.care.day.link(name)}</a>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function OwnWorkshops({ viewer }: { viewer: MeView }) {
  if (viewer.workshops.length === 0)
    return (
      <p>
        {words.workshopsNone} <a href={addressOf.workshops}>{t.today.toWorkshops}</a>
      </p>
    );
  return (
    <ul class="rows">
      {viewer.workshops.map(({ workshopId, name, roles, requestedAt }) => (
        <li key={workshopId}>
          <a href={addressOf.workshop(workshopId)}>{name}</a>{' '}
          <span class="soft">
            {requestedAt && roles.length === 0 ? t.words.waiting : t.words.roleList(roles)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function OwnCompetences({ viewer }: { viewer: MeView }) {
  if (viewer.competences.length === 0) return <p class="soft">{words.competencesNone}</p>;
  return (
    <ul>
      {viewer.competences.map(({ competenceId, workshopId, name, until }) => {
        const zone =
          viewer.workshops.find((workshop) => workshop.workshopId === workshopId)?.timeZone ?? 'UTC';
        return (
          <li key={competenceId}>
            {until ? words.competenceUntil(name, shortDate(lastDateBefore(until, zone))) : name}
          </li>
        );
      })}
    </ul>
  );
}
