import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { me } from '../session.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame } from '../ui/page.tsx';

const words = t.frame.notFound;

export function NotFoundPage() {
  return (
    <PageFrame title={words.title}>
      <p class="measure">{words.text}</p>
      <div class="buttons">
        {me.value && (
          <ButtonLink kind="main" href={addressOf.today}>
            {words.toToday}
          </ButtonLink>
        )}
        <ButtonLink href={addressOf.machines}>{words.toMachines}</ButtonLink>
      </div>
    </PageFrame>
  );
}
