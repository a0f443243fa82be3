import './avatar.css';
import { IconLogin2, IconUser } from '@tabler/icons-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { MeView } from '../../shared/members/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { me } from '../session.ts';
import { useOther } from '../ui/useOther.ts';

const words = t.frame;

interface Place {
  href: string;
  word: string;
}

/** Me, and for hosts and stewards the desk and the day of each of their workshops. */
function placesOf(viewer: MeView): Place[] {
  const days = viewer.workshops
    .filter(({ roles }) => roles.includes('steward'))
    .map(({ workshopId, name }) => ({ href: addressOf.stewardDay(workshopId), word: words.dayOf(name) }));
  const desks = viewer.workshops
    .filter(
      ({ roles, areas }) => areas.includes('borrow') && (roles.includes('host') || roles.includes('steward')),
    )
    .map(({ workshopId, name }) => ({ href: addressOf.desk(workshopId), word: words.deskOf(name) }));
  return [{ href: addressOf.me, word: words.me }, ...desks, ...days];
}

/** Who is signed in, and what is theirs behind it; else the way to sign in. */
export function Avatar() {
  const { url, path } = useLocation();
  const viewer = me.value;
  if (viewer === undefined) return null;
  if (viewer === null)
    return (
      <a class="corner" href={addressOf.signIn(path.startsWith('/sign-in') ? undefined : url)}>
        <IconLogin2 aria-hidden="true" />
        {words.signIn}
      </a>
    );
  const places = placesOf(viewer);
  if (places.length > 1) return <Menu viewer={viewer} places={places} path={path} />;
  return (
    <a class="corner" href={addressOf.me} aria-current={path === addressOf.me ? 'page' : undefined}>
      <IconUser aria-hidden="true" />
      <span class="name">{viewer.name}</span>
    </a>
  );
}

function Menu({ viewer, places, path }: { viewer: MeView; places: readonly Place[]; path: string }) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const id = useId();
  useOther(path, () => setOpen(false));
  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
  return (
    <div class="avatar" ref={whole}>
      <button
        type="button"
        class="corner"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconUser aria-hidden="true" />
        <span class="name">{viewer.name}</span>
      </button>
      <ul id={id} class="places" aria-label={words.own} hidden={!open}>
        {places.map(({ href, word }) => (
          <li key={href}>
            <a href={href} aria-current={path === href ? 'page' : undefined}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
