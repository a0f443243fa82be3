import { isDerived } from '../../../shared/assemblies/lineIds.ts';
import type { DesignView, RevisionView } from '../../../shared/designs/designViews.ts';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { lengthInWords, specificationOf } from '../figures.ts';
import type { TreeLine } from '../partsTree.ts';
import { useStartDraft } from './startDraft.ts';

const words = t.designPage.parts;

export interface PartListProps {
  lines: readonly TreeLine[];
  design: DesignView;
  view: RevisionView;
}

export interface PartDetailsProps {
  line: PartLine;
  design: DesignView;
  view: RevisionView;
}

/** What stands under a part's name: specification, its own design, cut, alternatives, machines, files, note. */
export function PartDetails({ line, design, view }: PartDetailsProps) {
  const { cut, alternatives, machines, files, note, tracked } = line;
  const said = [
    specificationOf(line),
    cut === null
      ? ''
      : words.cut(
          lengthInWords(cut.length),
          cut.stock,
          cut.kerf > 0 ? words.kerf(lengthInWords(cut.kerf)) : '',
        ),
    tracked ? words.tracked : '',
    machines.length > 0 ? words.madeWith(machines.map((kind) => t.words.kinds[kind]).join(', ')) : '',
  ].filter(Boolean);
  return (
    <>
      {said.length > 0 && <p class="soft small">{said.join(' · ')}</p>}
      <SubDesign line={line} design={design} view={view} />
      {alternatives.map((other) => (
        <p key={`${other.name}-${other.specification}`} class="small">
          {other.of ? (
            <a href={addressOf.revision(other.of.designId, other.of.revision)}>{words.or(other.name)}</a>
          ) : (
            words.or(other.name)
          )}
          {other.specification && `, ${other.specification}`}
          {other.note && ` · ${other.note}`}
        </p>
      ))}
      {files.length > 0 && (
        <p class="small">
          {files.map((path, index) => {
            const file = view.content?.files.find((each) => each.path === path);
            return (
              <span key={path}>
                {index > 0 && ', '}
                {file ? <a href={addressOfFile(file.fileId)}>{path}</a> : path}
              </span>
            );
          })}
        </p>
      )}
      {note && <p class="small">{note}</p>}
      {isDerived(line) && (
        <p class="small show-in-model">
          <a
            href={addressOf.designModel(view.designId, view.revision, { line: line.id })}
            aria-label={t.designModel.lines.show(line.name)}
          >
            {t.designModel.lines.showInModel}
          </a>
        </p>
      )}
    </>
  );
}

/** The design that a line is: "Power Cube 5 is out" where there is a newer revision, with what follows from it. */
function SubDesign({ line, design, view }: PartDetailsProps) {
  const { busy, take } = useStartDraft();
  const { of } = line;
  if (of === null) return null;
  const used = view.uses.find((each) => each.designId === of.designId && each.revision === of.revision);
  const called = used ? words.design(used.title, of.revision) : t.designPage.revision(of.revision);
  const isOld = used !== undefined && used.latest > of.revision;
  const newest = view.revision === view.latest;
  return (
    <>
      <p class="small">
        <a href={addressOf.revision(of.designId, of.revision)}>{called}</a>
      </p>
      {isOld && (
        <div class="newer-part">
          <strong>{words.newer(used.title, used.latest)}</strong>
          <a href={addressOf.compare(of, { designId: of.designId, revision: used.latest })}>
            {words.compare}
          </a>
          {design.mine.maintains && newest && (
            <Button busy={busy} onPress={() => take(design, view, used)}>
              {words.take(used.latest)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
