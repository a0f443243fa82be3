import './files.css';
import type { DesignFile } from '../../../shared/designs/content.ts';
import { fileRole } from '../../../shared/designs/fileRoles.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import { PageSection } from '../../ui/page.tsx';
import { megabytes } from '../figures.ts';
import { isLookedAt } from './modelFiles.ts';
import type { SectionProps } from './useDesign.ts';
import { WithdrawFile } from './withdrawFile.tsx';

const words = t.designPage.files;
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const downloadOf = ({ fileId, path }: DesignFile) =>
  `${addressOfFile(fileId)}?name=${encodeURIComponent(nameOf(path))}`;

/** All files of a revision by what they are for; pictures as a gallery. */
export function Files({ design, view, onChanged }: SectionProps) {
  const { content, designId, revision, withdrawn } = view;
  if (!content) return null;
  const { files } = content;
  const gone = (file: DesignFile) => withdrawn.includes(file.fileId);
  const pictures = files.filter((file) => file.role === 'picture' && !gone(file));
  const roles = fileRole.options.filter((role) =>
    files.some((file) => file.role === role && !pictures.includes(file)),
  );
  const base = `/api/designs/${designId}/revisions/${revision}`;
  return (
    <>
      <PageSection title={words.title}>
        <div class="buttons">
          <ButtonLink href={`${base}/archive.zip`} download>
            {words.all}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`${base}/okh.yml`} download>
            {words.manifest('okh.yml')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`${base}/okh.toml`} download>
            {words.manifest('okh.toml')}
          </ButtonLink>
        </div>
        {files.length === 0 && <EmptyState text={words.none} />}
      </PageSection>
      {pictures.length > 0 && (
        <PageSection title={words.gallery}>
          <ul class="design-gallery">
            {pictures.map((file) => (
              <li key={file.path}>
                <a href={addressOfFile(file.fileId)} target="_blank" rel="noopener">
                  <img
                    src={addressOfFile(file.fileId)}
                    alt={words.open(file.words || nameOf(file.path))}
                    loading="lazy"
                  />
                </a>
                {file.words && <p class="small">{file.words}</p>}
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      {roles.map((role) => (
        <PageSection key={role} title={t.designs.fileRoles[role]}>
          <ul class="rows design-files">
            {files
              .filter((file) => file.role === role && !pictures.includes(file))
              .map((file) => (
                <li key={file.path}>
                  {gone(file) ? (
                    <span>
                      {file.path} <span class="soft">{words.withdrawn}</span>
                    </span>
                  ) : (
                    <a
                      href={downloadOf(file)}
                      download={nameOf(file.path)}
                      aria-label={words.download(file.path)}
                    >
                      {file.path}
                    </a>
                  )}
                  <span class="soft small">{megabytes(file.bytes)}</span>
                  {isLookedAt(file) && !gone(file) && (
                    <a
                      href={addressOf.designModel(designId, revision, { file: file.path })}
                      aria-label={t.designModel.file.lookAt(file.path)}
                    >
                      {t.designModel.file.look}
                    </a>
                  )}
                </li>
              ))}
          </ul>
        </PageSection>
      ))}
      <WithdrawFile design={design} files={files.filter((file) => !gone(file))} onChanged={onChanged} />
    </>
  );
}
