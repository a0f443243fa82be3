import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';

/** Two boards in one joint, and the program's name. */
export function Mark() {
  return (
    <a class="mark" href={addressOf.today}>
      <svg
        width="26"
        height="26"
        viewBox="0 0 32 32"
        fill="none"
        stroke="currentColor"
        stroke-width="2.6"
        aria-hidden="true"
      >
        <path d="M3 3h26v9h-6v8h6v9H3v-9h6v-8H3z" />
        <path d="M16 3v26" />
      </svg>
      {t.frame.product}
    </a>
  );
}
