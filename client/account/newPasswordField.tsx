import { t } from '../catalogue/workshopTexts.ts';
import type { RequestFailed } from '../problem.ts';
import { TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';

export interface NewPasswordFieldProps {
  label: string;
  value: string;
  failure: RequestFailed | null;
  onValue: (password: string) => void;
}

/** A password that somebody chooses. */
export function NewPasswordField({ label, value, failure, onValue }: NewPasswordFieldProps) {
  return (
    <TextField
      label={label}
      hint={t.account.create.passwordHint}
      type="password"
      autocomplete="new-password"
      required
      minLength={8}
      maxLength={128}
      value={value}
      error={mistakeAt(failure, 'newPassword')}
      onValue={onValue}
    />
  );
}
