import { useState } from 'preact/hooks';
import { t } from '../../catalogue/designTexts.ts';
import { Prose } from '../../markdown/prose.tsx';
import type { ProseFile } from '../../markdown/targets.ts';
import { Button } from '../../ui/button.tsx';
import { DraftText, type DraftTextProps } from './draftFields.tsx';
import { valueAt } from './valueAt.ts';

const words = t.draft.about;

interface MarkdownFieldProps extends DraftTextProps {
  /** The design's: what the text may show. */
  files: readonly ProseFile[];
}

/** A long text, and how it will look. */
export function MarkdownField({ files, ...field }: MarkdownFieldProps) {
  const [isPreview, setIsPreview] = useState(false);
  const content = field.draft.content.value;
  const value = content && valueAt(content, field.at);
  const text = typeof value === 'string' ? value : '';
  return (
    <div class="stack markdown-field">
      {isPreview ? (
        <section class="preview" aria-label={words.preview}>
          <p class="soft">{field.label}</p>
          {text === '' ? (
            <p class="soft">{words.nothingToPreview}</p>
          ) : (
            <Prose text={text} files={files} highest={2} />
          )}
        </section>
      ) : (
        <DraftText rows={6} {...field} />
      )}
      <div>
        <Button pressed={isPreview} onPress={() => setIsPreview(!isPreview)}>
          {isPreview ? words.write : words.preview}
        </Button>
      </div>
    </div>
  );
}
