import './apart.css';
import { useState } from 'preact/hooks';
import type { TakingApart } from '../../../shared/items/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Fold } from '../../ui/page.tsx';
import { likelyWorkshop, SpotFields } from '../acts/fields.tsx';
import { CountedParts, keyOf } from './countedParts.tsx';
import { stillDecided } from './decided.ts';
import { PartCard } from './partCard.tsx';
import { Rest } from './rest.tsx';
import { UnlistedPart } from './unlistedPart.tsx';
import { useDecided } from './useDecided.ts';

const words = t.takingApart;

interface GuideProps {
  apart: TakingApart;
  onChanged: () => void;
}

/** Part by part through a thing; what is put off comes last. */
export function Guide({ apart, onChanged }: GuideProps) {
  const { itemId, workshop, parts, untracked } = apart;
  const [spot, setSpot] = useState({ workshopId: likelyWorkshop(workshop?.workshopId), shelf: '' });
  const [later, setLater] = useState<string[]>([]);
  const memory = useDecided(itemId);
  const decided = stillDecided(
    memory.decided,
    parts.map((part) => part.itemId),
  );
  const openCounted = untracked.filter((part) => !decided.some(({ key }) => key === keyOf(part)));
  const all = parts.length + openCounted.length + decided.length;
  const ordered = [
    ...parts.filter((part) => !later.includes(part.itemId)),
    ...later.flatMap((id) => parts.filter((part) => part.itemId === id)),
  ];
  const [next] = ordered;
  return (
    <>
      <div class="apart-now">
        {all > 0 && (
          <div class="apart-progress">
            <p role="status">{words.progress(decided.length, all)}</p>
            <progress max={all} value={decided.length} aria-label={words.progressLabel} />
          </div>
        )}
        <Fold summary={spot.shelf ? words.goesTo(spot.shelf) : words.shelf}>
          <div class="stack narrow">
            <SpotFields spot={spot} onSpot={setSpot} />
          </div>
        </Fold>
        {next && (
          <PartCard
            key={next.itemId}
            part={next}
            place={words.left(parts.length)}
            spot={spot}
            onDecided={(fate) => {
              memory.add({ key: next.itemId, itemId: next.itemId, name: next.name, fate });
              onChanged();
            }}
            onUndone={() => {
              memory.remove(next.itemId);
              onChanged();
            }}
            onLater={
              parts.length > 1
                ? () => setLater([...later.filter((id) => id !== next.itemId), next.itemId])
                : null
            }
          />
        )}
      </div>
      {!next && <p role="status">{all === 0 ? words.nothingInside : words.nothingLeft}</p>}
      <CountedParts
        apart={apart}
        spot={spot}
        decided={decided}
        onDecided={memory.add}
        onUndone={memory.remove}
      />
      <UnlistedPart
        itemId={itemId}
        spot={spot}
        onDecided={memory.add}
        onUndone={memory.remove}
        onChanged={onChanged}
      />
      {!next && <Rest itemId={itemId} onChanged={onChanged} />}
      {decided.length > 0 && (
        <Fold summary={words.decided(decided.length)}>
          <ul class="rows">
            {decided.map(({ key, itemId: part, name, fate }) => (
              <li key={key}>
                {part ? <a href={addressOf.thing(part)}>{name}</a> : name}: {words.fates[fate]}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <p class="soft measure">{words.line}</p>
      <div class="buttons">
        <ButtonLink href={addressOf.thing(itemId)}>{words.done}</ButtonLink>
      </div>
    </>
  );
}
