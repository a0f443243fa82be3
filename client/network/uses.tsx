import type { NetworkThing, UsedInView } from '../../shared/network/graphViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { dayInWords } from '../designs/words.ts';
import { Tally } from '../things/tally.tsx';
import { PageSection } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { ranInWords } from './words.ts';

const words = t.network.uses;

function Named({ thing }: { thing: NetworkThing }) {
  const href = addressOf.thing(thing.itemId);
  return thing.isMachine ? (
    <Plate name={thing.name} href={href} size="small" />
  ) : (
    <a href={href}>{thing.name}</a>
  );
}

/** Each thing that it was in, life by life, and what was made with it. */
export function Uses({ view: { uses, madeWithIt, cut } }: { view: UsedInView }) {
  return (
    <>
      {uses.length > 0 && (
        <PageSection title={words.title}>
          <ul class="rows">
            {uses.map((use) => (
              <li key={`${use.fittingId} ${use.level} ${use.from}`} class="telling">
                <p class="who">
                  {use.life !== null && <Tally count={use.life} word={t.network.life(use.life)} />}
                  {use.level > 1 && <span class="soft small">{words.outer}</span>}
                  <Named thing={use.in} />
                  <span class="soft small">
                    {use.until === null
                      ? words.since(dayInWords(use.from))
                      : words.fromTo(dayInWords(use.from), dayInWords(use.until))}
                  </span>
                  {use.buildId && use.level === 1 && <a href={addressOf.build(use.buildId)}>{words.build}</a>}
                </p>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      {madeWithIt.length > 0 && (
        <PageSection title={words.made}>
          <ul class="rows">
            {madeWithIt.map(({ build, things, minutes, at }) => (
              <li key={build.buildId} class="telling">
                <p class="who">
                  {things.map((thing) => (
                    <Named key={thing.itemId} thing={thing} />
                  ))}
                  <a href={addressOf.build(build.buildId)}>{things.length > 0 ? words.build : build.name}</a>
                  <span class="soft small">
                    {[dayInWords(at), minutes === null ? t.network.running : ranInWords(minutes)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      {cut && <p class="soft">{words.cut}</p>}
    </>
  );
}
