import './safetyCard.css';
import { IconHandStop, IconShieldCheck } from '@tabler/icons-preact';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/text.ts';
import { Dangers } from './dangers.tsx';

const words = t.care;

/** Stands above Start: what can hurt, what to wear, how to stop it. Nothing where nothing is noted. */
export function SafetyCard({
  machine,
}: {
  machine: Pick<MachineView, 'dangers' | 'protection' | 'emergencyStop'>;
}) {
  const { dangers, protection, emergencyStop } = machine;
  if (dangers.length === 0 && protection.length === 0 && emergencyStop === null) return null;
  return (
    <aside class="safety-card" aria-label={words.safety.title}>
      <h2>{words.safety.title}</h2>
      {dangers.length > 0 && <Dangers dangers={dangers} />}
      {protection.length > 0 && (
        <p>
          <IconShieldCheck aria-hidden="true" />
          {protection.map((worn) => words.protections[worn]).join(', ')}
        </p>
      )}
      {emergencyStop && (
        <p>
          <IconHandStop aria-hidden="true" />
          {words.safety.stop(emergencyStop)}
        </p>
      )}
    </aside>
  );
}
