import { useRef, useState } from 'preact/hooks';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { chosenFiles, droppedFiles, type Found } from './collect.ts';

const words = t.draft.bringing;

interface ChooserProps {
  /** A whole folder, or single files. */
  way: 'folder' | 'files';
  onFound: (found: Found[]) => void;
}

/** Where a folder, an archive or files are chosen, or dropped. */
export function Chooser({ way, onFound }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const isFolder = way === 'folder';
  const label = isFolder ? words.folder : words.files;
  return (
    <fieldset
      class="drop-field stack"
      aria-label={label}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={async (event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onFound(await droppedFiles(event.dataTransfer));
      }}
    >
      <input
        key={way}
        ref={input}
        class="only-heard"
        type="file"
        multiple
        {...(isFolder ? { webkitdirectory: true } : {})}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const files = chosenFiles(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
          onFound(files);
        }}
      />
      <div>
        <Button onPress={() => input.current?.click()}>{label}</Button>
      </div>
      <p class="soft">{over ? words.drop : isFolder ? words.folderHint : words.filesHint}</p>
      <p class="soft">{words.drop}.</p>
    </fieldset>
  );
}
