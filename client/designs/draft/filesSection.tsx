import { useState } from 'preact/hooks';
import type { DesignFile } from '../../../shared/designs/content.ts';
import { fileRole } from '../../../shared/designs/fileRoles.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import { t } from '../../catalogue/designTexts.ts';
import { deferred } from '../../frame/deferred.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import { SelectField } from '../../ui/field.tsx';
import { isLookedAt } from '../page/modelFiles.ts';
import { DraftText } from './draftFields.tsx';
import type { SectionProps } from './editor.tsx';
import { nudge, removal } from './entries.ts';
import { SendFiles } from './sendFiles.tsx';
import type { DraftState } from './state.ts';

const words = t.draft.steps.files;
/** So many are drawn at first, and more with each press. */
const AT_ONCE = 60;
const ModelCheck = deferred(async () => (await import('./modelCheck.tsx')).ModelCheck);

/** Files of the design, the picture that stands for it first. */
export function FilesSection({ draft, content }: SectionProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const { files } = content;
  return (
    <div class="stack">
      <SendFiles draft={draft} />
      {files.length === 0 ? <EmptyState text={words.none} /> : <p class="soft">{words.first}</p>}
      <ul class="rows">
        {files.slice(0, shown).map((file, index) => (
          <li key={file.path}>
            <FileRow
              draft={draft}
              file={file}
              onUp={index > 0 ? () => draft.edit(nudge(content, 'files', file.path, -1)) : null}
              onRemove={() => draft.edit(removal(content, 'files', file.path))}
            />
          </li>
        ))}
      </ul>
      {files.length > shown && <Button onPress={() => setShown(shown + AT_ONCE)}>{words.more}</Button>}
    </div>
  );
}

interface FileRowProps {
  draft: DraftState;
  file: DesignFile;
  onUp: (() => void) | null;
  onRemove: () => void;
}

function FileRow({ draft, file, onUp, onRemove }: FileRowProps) {
  const { path, fileId, role } = file;
  const name = path.split('/').at(-1) ?? path;
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="file-row">
      {role === 'picture' && <img src={addressOfFile(fileId)} alt="" loading="lazy" width={96} height={72} />}
      <div class="stack">
        <a
          href={`${addressOfFile(fileId)}?name=${encodeURIComponent(name)}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {path}
        </a>
        <div class="fields-2">
          <SelectField
            label={words.role(path)}
            value={role}
            options={fileRole.options.map((value) => ({ value, label: t.draft.words.roles[value] }))}
            onValue={(chosen) => draft.setFields('files', path, { role: chosen })}
          />
          {role === 'picture' && (
            <DraftText
              draft={draft}
              at={['files', path, 'words']}
              label={words.words}
              hint={words.wordsHint}
              maxLength={300}
            />
          )}
        </div>
        <div class="buttons">
          {isLookedAt(file) && (
            <Button
              expanded={isOpen}
              label={isOpen ? t.designModel.file.closeThis(path) : t.designModel.file.checkThis(path)}
              onPress={() => setOpen(!isOpen)}
            >
              {isOpen ? t.designModel.file.close : t.designModel.file.check}
            </Button>
          )}
          {onUp && (
            <Button label={words.up(path)} onPress={onUp}>
              {t.draft.parts.up}
            </Button>
          )}
          <Button label={words.remove(path)} onPress={onRemove}>
            {t.draft.parts.remove}
          </Button>
        </div>
        {isOpen && <ModelCheck draft={draft} file={file} />}
      </div>
    </div>
  );
}
