import { talkView } from '../../../shared/designs/talkViews.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { CheckField } from '../../ui/field.tsx';

interface FixedProblemsProps {
  designId: string;
  fixes: readonly string[];
  onFixes: (fixes: readonly string[]) => void;
}

/** Problems of the design that still stand: those that this revision fixes are marked. */
export function FixedProblems({ designId, fixes, onFixes }: FixedProblemsProps) {
  const talk = useResource(`/api/designs/${designId}/talk`, talkView);
  const standing = (talk.value.value?.problems ?? []).filter(
    ({ status, text }) => (status === 'open' || status === 'confirmed') && text !== null,
  );
  if (standing.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend>{t.draft.publish.fixes}</legend>
      {standing.map(({ problemId, text }) => (
        <CheckField
          key={problemId}
          label={text ?? ''}
          checked={fixes.includes(problemId)}
          onChange={(fixed) =>
            onFixes(fixed ? [...fixes, problemId] : fixes.filter((each) => each !== problemId))
          }
        />
      ))}
    </fieldset>
  );
}
