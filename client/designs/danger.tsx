import './danger.css';
import { IconAlertTriangle } from '@tabler/icons-preact';
import type { ComponentChildren } from 'preact';

/** Somebody could be hurt: the sign with its words. */
export function Danger({ children }: { children: ComponentChildren }) {
  return (
    <span class="danger-word">
      <IconAlertTriangle size={20} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
