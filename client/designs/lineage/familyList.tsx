import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { memberInWords } from '../words.ts';
import type { Branch } from './family.ts';

const words = t.lineage.graph;

export interface FamilyProps {
  branches: readonly Branch[];
  /** The design whose page it is. */
  here: string;
  /** Shows all forks of a design. */
  onOpen: (designId: string) => void;
}

/** The family as lists within lists: each design, and below it what was forked from it. */
export function FamilyList(props: FamilyProps) {
  return (
    <div class="lineage-tree">
      <Branches {...props} />
    </div>
  );
}

function Branches({ branches, here, onOpen }: FamilyProps) {
  return (
    <ul>
      {branches.map((branch) => (
        <OneBranch key={branch.design.designId} branch={branch} here={here} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function OneBranch({ branch, here, onOpen }: Omit<FamilyProps, 'branches'> & { branch: Branch }) {
  const { design, forkedFrom, forks, hidden, adoptions, duplicates } = branch;
  const { designId, title, workshop, publishedBy, latest } = design;
  const isHere = designId === here;
  return (
    <li>
      <p class="plate-line">
        <a href={addressOf.design(designId)} aria-current={isHere ? 'page' : undefined}>
          <strong>{title}</strong>
        </a>
        <span class="soft small">
          {[
            isHere && words.here,
            workshop?.name ?? memberInWords(publishedBy),
            words.newest(latest),
            forkedFrom !== null && words.fork(forkedFrom),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {adoptions.map(({ from, inRevision }) => (
        <p key={`${from.designId}-${inRevision}`} class="small">
          {words.adoptedFrom(from.title, inRevision)}
        </p>
      ))}
      {duplicates.map((other) => (
        <p key={other.designId} class="small">
          {words.duplicateOf(other.title)}
        </p>
      ))}
      {forks.length > 0 && <Branches branches={forks} here={here} onOpen={onOpen} />}
      {hidden > 0 && (
        <Button kind="quiet" onPress={() => onOpen(designId)}>
          {words.more(hidden)}
        </Button>
      )}
    </li>
  );
}
