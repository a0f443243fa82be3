import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { labelCode } from '../../shared/identifiers.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { codeFrom } from '../machines/labelCode.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { PageFrame } from '../ui/page.tsx';

const words = t.frame.scanPage;

/** Types what stands on a label, where no camera reads it. */
export function ScanPage() {
  const { route } = useLocation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const go = () => {
    const read = labelCode.safeParse(codeFrom(typed));
    setWrong(!read.success);
    if (read.success) route(addressOf.code(read.data));
  };
  return (
    <PageFrame title={words.title}>
      <form
        class="stack narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextField
          label={words.field}
          hint={words.hint}
          error={wrong ? words.bad : undefined}
          code
          autocomplete="off"
          maxLength={80}
          value={typed}
          onValue={setTyped}
        />
        <Button kind="main" type="submit">
          {words.go}
        </Button>
      </form>
    </PageFrame>
  );
}
