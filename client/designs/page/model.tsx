import './model.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { EmbedCode } from '../../embed/embedCode.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import { SelectField } from '../../ui/field.tsx';
import { AssemblyShown } from './modelAssembly.tsx';
import { ModelFile } from './modelFile.tsx';
import { modelFilesOf } from './modelFiles.ts';
import type { SectionProps } from './useDesign.ts';

/** What is shown where it is no file: no path is empty. */
const ASSEMBLY = '';

/** The model of a revision in three dimensions: as it is put together, or as it stands in one of its files. */
export function DesignModel({ design, view }: SectionProps) {
  const { query } = useLocation();
  const words = t.designModel;
  const { content, withdrawn } = view;
  const [chosen, setChosen] = useState<string | null>(query.file ?? null);
  if (!content) return null;
  const files = modelFilesOf(content, withdrawn);
  const hasAssembly = content.instances.length > 0;
  const file = files.find(({ path }) => path === chosen) ?? (hasAssembly ? undefined : files[0]);
  if (!hasAssembly && !file)
    return (
      <EmptyState text={words.none}>
        <p>{words.noneLead}</p>
        <ButtonLink href={addressOf.modules}>{t.modules.all}</ButtonLink>
      </EmptyState>
    );
  const options = [
    ...(hasAssembly ? [{ value: ASSEMBLY, label: words.assembly }] : []),
    ...files.map(({ path }) => ({ value: path, label: path })),
  ];
  return (
    <div class="model-part">
      {options.length > 1 && (
        <SelectField
          label={words.what}
          value={file?.path ?? ASSEMBLY}
          options={options}
          onValue={setChosen}
        />
      )}
      {file ? (
        <ModelFile key={file.fileId} file={file} />
      ) : (
        <AssemblyShown
          key={`${view.designId} ${view.revision}`}
          design={design}
          view={view}
          content={content}
          line={query.line ?? null}
        />
      )}
      <EmbedCode designId={design.designId} revision={view.revision} title={content.title} />
    </div>
  );
}
