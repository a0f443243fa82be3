import type { ComponentChildren } from 'preact';
import type { NetworkNode } from '../../shared/network/graphViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { Tally } from '../things/tally.tsx';
import { Plate } from '../ui/plate.tsx';
import type { PartTold, Ran, Telling } from './tellings.ts';
import { aboutAndWhere, ranInWords } from './words.ts';

const words = t.network;

/** A thing by its name, which leads to its page: a machine on its plate. */
export function NamedThing({ node, size }: { node: NetworkNode; size?: 'small' }) {
  const href = addressOf.thing(node.itemId);
  if (node.isMachine) return <Plate name={node.name} href={href} {...(size ? { size } : {})} />;
  return <a href={href}>{node.name}</a>;
}

/** What one thing has to tell: what it was made with, where its parts were before, what was made with it. */
export function OneTelling({ telling, here }: { telling: Telling; here?: boolean }) {
  const { node, made, mended, parts, makes, mends, way } = telling;
  const about = aboutAndWhere(node);
  return (
    <div class="telling">
      <p class="who" aria-current={here || undefined}>
        <NamedThing node={node} />
        {about && <span class="soft small">{about}</span>}
        {way.length > 0 && <Tally count={node.lives} word={words.life(node.lives)} />}
      </p>
      <dl>
        <Runs label={words.made} runs={made} />
        <Runs label={words.mended} runs={mended} />
        {way.length > 0 && (
          <Told label={words.itsWay}>
            <Way stops={way} />
          </Told>
        )}
        {parts.length > 0 && (
          <Told label={words.parts}>
            <ul>
              {parts.map((told, index) => (
                <PartLine key={`${told.part.itemId} ${index}`} told={told} />
              ))}
            </ul>
          </Told>
        )}
        <Runs label={words.makes} runs={makes} />
        <Runs label={words.mends} runs={mends} />
      </dl>
    </div>
  );
}

function Told({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Runs({ label, runs }: { label: string; runs: readonly Ran[] }) {
  if (runs.length === 0) return null;
  return (
    <Told label={label}>
      <ul>
        {runs.map(({ node, minutes }) => {
          const about = [aboutAndWhere(node), ranInWords(minutes)].filter(Boolean).join(' · ');
          return (
            <li key={node.itemId}>
              <NamedThing node={node} size="small" />
              {about && <span class="soft small">{about}</span>}
            </li>
          );
        })}
      </ul>
    </Told>
  );
}

function PartLine({ told: { part, life, way } }: { told: PartTold }) {
  return (
    <li>
      <a href={addressOf.thing(part.itemId)}>{part.name}</a>
      {life !== null && <Tally count={life} word={words.life(life)} />}
      {way.length > 1 && (
        <span class="small">
          <Way stops={way} />
        </span>
      )}
    </li>
  );
}

/** `Loader 7 → Log splitter → CEB press` */
function Way({ stops }: { stops: readonly NetworkNode[] }) {
  return (
    <span>
      {stops.map(({ itemId, name }, index) => (
        <span key={`${itemId} ${index}`}>
          {index > 0 && ' → '}
          <a href={addressOf.thing(itemId)}>{name}</a>
        </span>
      ))}
    </span>
  );
}
