import { t } from '../catalogue/text.ts';
import { failureText } from '../failureText.ts';
import type { RequestFailed } from '../problem.ts';
import { Objections } from './objections.tsx';

/** What stands against a form as a whole. Mistakes that belong to a field stand at the field (see `mistakeAt`). */
export function FormFailure({
  failure,
  timeZone = 'UTC',
}: {
  failure: RequestFailed | null;
  timeZone?: string;
}) {
  if (!failure) return null;
  if (failure.kind === 'refused')
    return <Objections objections={failure.objections} nearest={null} timeZone={timeZone} />;
  return (
    <div class="note" data-tone="danger" role="alert">
      <p>{failure.kind === 'invalid-request' ? t.failures.kinds['invalid-request'] : failureText(failure)}</p>
      {failure.mistakes.length > 0 && (
        <ul>
          {failure.mistakes.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The server's word against one field, by the end of its path: `name`, `account.email`. */
export function mistakeAt(failure: RequestFailed | null, field: string): string | undefined {
  return failure?.mistakes.find(({ path }) => path === field || path.endsWith(`.${field}`))?.message;
}
