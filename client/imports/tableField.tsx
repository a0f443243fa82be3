import { useRef, useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { textOf } from '../files/readText.ts';
import { Field, TextArea } from '../ui/field.tsx';

const words = t.imports;
/** As the server takes it. */
const MOST_CHARACTERS = 900_000;

/** A table as text: from a file that is chosen or dropped here, or pasted. */
export function TableField({ csv, onCsv }: { csv: string; onCsv: (csv: string) => void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: Blob | undefined) => {
    if (file) onCsv(await textOf(file));
    // The same file chosen again, after it was mended, is read again.
    if (input.current) input.current.value = '';
  };
  return (
    <fieldset
      class="table-field stack"
      aria-label={words.rows}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <Field label={words.file} hint={over ? words.drop : words.fileHint}>
        {(control) => (
          <input
            {...control}
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <TextArea
        label={words.paste}
        hint={words.pasteHint}
        value={csv}
        onValue={onCsv}
        maxLength={MOST_CHARACTERS}
      />
    </fieldset>
  );
}
