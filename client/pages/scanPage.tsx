import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { labelCode } from '../../shared/identifiers.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { codeFrom } from '../machines/labelCode.ts';
import { ScanCamera } from '../scanning/scanCamera.tsx';
import { useWedge } from '../scanning/useWedge.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { PageFrame } from '../ui/page.tsx';

const words = t.frame.scanPage;

/** Reads a label by the camera or a scanner that types, or takes what somebody types themselves. */
export function ScanPage() {
  const { route } = useLocation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const open = (text: string) => {
    const read = labelCode.safeParse(codeFrom(text));
    setWrong(!read.success);
    if (read.success) route(addressOf.code(read.data));
  };
  useWedge(open);
  return (
    <PageFrame title={words.title}>
      <ScanCamera once onCode={open} />
      <form
        class="stack narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          open(typed);
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
