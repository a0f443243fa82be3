import './safetyCard.css';
import { IconHandStop, IconShieldCheck } from '@tabler/icons-preact';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Fold } from '../ui/page.tsx';
import { Dangers } from './dangers.tsx';

const words = t.care;

type Safety = Pick<MachineView, 'dangers' | 'protection' | 'emergencyStop'>;

const isNoted = ({ dangers, protection, emergencyStop }: Safety) =>
  dangers.length > 0 || protection.length > 0 || emergencyStop !== null;

/** Stands above Start: what can hurt, what to wear, how to stop it. Nothing where nothing is noted. */
export function SafetyCard({ machine }: { machine: Safety }) {
  if (!isNoted(machine)) return null;
  return (
    <aside class="safety-card" aria-label={words.safety.title}>
      <h2>{words.safety.title}</h2>
      <SafetyLines machine={machine} />
    </aside>
  );
}

/** The same while the machine runs: it was read before, and opens again with one press. */
export function FoldedSafety({ machine }: { machine: Safety }) {
  if (!isNoted(machine)) return null;
  return (
    <Fold summary={words.safety.running}>
      <div class="safety-card">
        <SafetyLines machine={machine} />
      </div>
    </Fold>
  );
}

function SafetyLines({ machine: { dangers, protection, emergencyStop } }: { machine: Safety }) {
  return (
    <>
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
    </>
  );
}
