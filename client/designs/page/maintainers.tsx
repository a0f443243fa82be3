import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { me } from '../../session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Fold, PageSection } from '../../ui/page.tsx';
import { memberInWords } from '../words.ts';
import type { SectionProps } from './useDesign.ts';
import { useTalkCommand } from './useTalk.ts';

const words = t.designPage.lineage;

/** Who decides what the lineage adopts. Those who made it what it is can be named, and everybody be recalled. */
export function Maintainers({ design, onChanged }: Pick<SectionProps, 'design' | 'onChanged'>) {
  const { designId, latest, mine, maintainers, credits } = design;
  const { busy, give } = useTalkCommand({
    designId,
    latest,
    revision: latest,
    maintains: mine.maintains,
    onChanged,
  });
  const known = new Set(maintainers.map(({ memberId }) => memberId));
  const others = credits.flatMap(({ memberId, name }) =>
    memberId !== null && name !== null && !known.has(memberId) ? [{ memberId, name }] : [],
  );
  return (
    <PageSection title={words.maintainers}>
      <p>{words.maintainersLine(t.words.and(maintainers.map(memberInWords)))}</p>
      <div class="buttons">
        {me.value &&
          mine.maySuggestFrom.map((from) => (
            <ButtonLink key={from.designId} href={addressOf.suggest(designId, from)}>
              {words.suggest(from.title)}
            </ButtonLink>
          ))}
      </div>
      {mine.maintains && others.length + maintainers.length > 1 && (
        <Fold summary={words.change}>
          <div class="buttons">
            {others.map(({ memberId, name }) => (
              <Button
                key={memberId}
                kind="quiet"
                busy={busy}
                onPress={() => give({ path: 'maintainers', body: { memberId }, done: words.named(name) })}
              >
                {words.name(name)}
              </Button>
            ))}
            {maintainers.length > 1 &&
              maintainers.map((each) => (
                <Button
                  key={each.memberId}
                  kind="quiet"
                  busy={busy}
                  onPress={() =>
                    give({
                      path: `maintainers/${each.memberId}/recall`,
                      body: {},
                      done: words.recalled(memberInWords(each)),
                    })
                  }
                >
                  {words.recall(memberInWords(each))}
                </Button>
              ))}
          </div>
        </Fold>
      )}
    </PageSection>
  );
}
