import { t } from '../catalogue/text.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { showToast } from './toasts.ts';

/** Something to take along: marked and copied with one press, or by hand where the browser does not let us. */
export function CopyField({ label, copyLabel, value }: { label: string; copyLabel: string; value: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    showToast(t.words.copied);
  };
  return (
    <div class="stack">
      <TextField label={label} code readOnly value={value} onValue={() => undefined} />
      {navigator.clipboard !== undefined && (
        <div>
          <Button label={copyLabel} onPress={() => copy().catch(() => undefined)}>
            {t.words.copy}
          </Button>
        </div>
      )}
    </div>
  );
}
