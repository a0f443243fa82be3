import './button.css';
import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Kind = 'main' | 'plain' | 'danger' | 'quiet';

interface Look {
  /** One main button on a page at most. */
  kind?: Kind;
  /** Takes the whole line. */
  wide?: boolean;
  children: ComponentChildren;
}

export interface ButtonProps extends Look {
  onPress?: () => void;
  type?: 'button' | 'submit';
  /** Work is under way: it can still be focused, and a press does nothing. */
  busy?: boolean;
  /** For where the words alone would be the same twice on a page. */
  label?: string;
  expanded?: boolean;
  pressed?: boolean;
  controls?: string;
}

export function Button({
  kind = 'plain',
  type = 'button',
  onPress,
  busy,
  wide,
  label,
  expanded,
  pressed,
  controls,
  children,
}: ButtonProps) {
  const press = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onPress?.();
  };
  return (
    <button
      type={type}
      class="button"
      data-kind={kind}
      data-wide={wide || undefined}
      aria-disabled={busy || undefined}
      aria-label={label}
      aria-expanded={expanded}
      aria-pressed={pressed}
      aria-controls={controls}
      onClick={press}
    >
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  href: string;
  label?: string;
  /** Leaves the program (a download, another site). */
  download?: boolean;
}

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export function ButtonLink({ href, kind = 'plain', wide, label, download, children }: ButtonLinkProps) {
  return (
    <a
      class="button"
      href={href}
      data-kind={kind}
      data-wide={wide || undefined}
      aria-label={label}
      download={download || undefined}
    >
      {children}
    </a>
  );
}

/** Milliseconds: longer than between the two presses of a slow double tap, shorter than it takes to read what came. */
const UNREAD = 350;

/**
 * Whether what is shown has come just now, named by `what`: a second tap that was meant for what stood there before must
 * not decide it. Its buttons are busy for so long.
 */
export function useJustCome(what: string): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(what), UNREAD);
    return () => clearTimeout(timer);
  }, [what]);
  return settled !== what;
}
