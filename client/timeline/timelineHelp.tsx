import { t } from '../catalogue/workshopTexts.ts';
import { Fold } from '../ui/page.tsx';

/** Gestures and keys, for those who look for them. */
export function TimelineHelp() {
  return (
    <Fold summary={t.timeline.keysTitle}>
      <dl class="timeline-keys">
        {t.timeline.keys.map(([key, does]) => (
          <>
            <dt key={key}>{key}</dt>
            <dd key={does}>{does}</dd>
          </>
        ))}
      </dl>
    </Fold>
  );
}
