import type { MachineKind } from '../../../shared/machines/words.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';

/** Kinds of machine, each with the way to a free one near by. */
export function MachineLinks({ kinds }: { kinds: readonly MachineKind[] }) {
  return (
    <>
      {kinds.map((kind, index) => (
        <span key={kind}>
          {index > 0 && ', '}
          {t.words.kinds[kind]} (
          <a href={addressOf.findKind(kind)} aria-label={t.designPage.lacks.findNear(t.words.kinds[kind])}>
            {t.designPage.lacks.near}
          </a>
          )
        </span>
      ))}
    </>
  );
}
