import './settings.css';
import type { CopyReply } from '../../shared/machines/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Plate } from '../ui/plate.tsx';
import { RuleList } from './ruleList.tsx';

const words = t.machineDetails.copy;

/** What comes with machines of another workshop, before it is done; and after it, which did not come. */
export function CopyPreview({ reply: { competences, machines } }: { reply: CopyReply }) {
  const fresh = competences.filter(({ isNew }) => isNew).map(({ name }) => name);
  return (
    <>
      {fresh.length > 0 && (
        <p>
          <strong>{words.newCompetences}:</strong> {t.words.and(fresh)}
        </p>
      )}
      <ul class="settings">
        {machines.map((machine) => (
          <li key={machine.from}>
            <h3>
              {machine.machineId ? (
                <Plate name={machine.name} href={addressOf.machine(machine.machineId)} />
              ) : (
                <Plate name={machine.name} />
              )}
            </h3>
            <p class="soft">{t.words.kinds[machine.kind]}</p>
            {machine.hasNamesake && (
              <p class="note" data-tone="soon">
                {words.namesake}
              </p>
            )}
            {machine.objections.length > 0 && (
              <div class="note" data-tone="danger" role="alert">
                <p>{words.refused}</p>
                {machine.objections.map(({ rule, message }) => (
                  <p key={rule}>{message}</p>
                ))}
              </div>
            )}
            {machine.requiredCompetenceNames.length > 0 && (
              <p>{words.needs(t.words.and(machine.requiredCompetenceNames))}</p>
            )}
            <RuleList rules={machine.rules} />
          </li>
        ))}
      </ul>
    </>
  );
}
