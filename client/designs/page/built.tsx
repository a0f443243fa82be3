import './built.css';
import {
  type ReplicationReport,
  type ReplicationRow,
  replicationReport,
} from '../../../shared/builds/replicationViews.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { duration } from '../../time.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Shown } from '../../ui/shown.tsx';
import { State, type StateKind } from '../../ui/state.tsx';
import { moneyInWords, priceInWords } from '../figures.ts';
import { dayInWords } from '../words.ts';
import type { SectionProps } from './useDesign.ts';

const words = t.designPage.built;

const topicsOf = (designId: string) => (view: ReplicationReport | undefined) => [
  `design-${designId}`,
  ...(view?.builds ?? []).map(({ buildId }) => `build-${buildId}`),
];

/** Who built it, where, what they did otherwise, and what it took. */
export function Built({ design, view }: SectionProps) {
  const { designId } = design;
  const report = useResource(`/api/designs/${designId}/replications`, replicationReport, topicsOf(designId));
  return (
    <PageSection
      title={words.title}
      action={
        <a href={addressOf.newBuild({ design: designId, revision: view.revision })}>{t.designPage.build}</a>
      }
    >
      <Shown resource={report}>
        {(told) => (
          <>
            {told.builds.length === 0 ? (
              <EmptyState text={words.none}>
                <ButtonLink href={addressOf.newBuild({ design: designId, revision: view.revision })}>
                  {t.designPage.build}
                </ButtonLink>
              </EmptyState>
            ) : (
              <Report report={told} designId={designId} />
            )}
            <Contributors report={told} />
          </>
        )}
      </Shown>
    </PageSection>
  );
}

/** Who noted work on the design itself, by name. */
function Contributors({ report }: { report: ReplicationReport }) {
  const names = report.contributors.flatMap(({ name }) => name ?? t.words.formerMember);
  return names.length === 0 ? null : <p class="small">{words.contributors(t.words.and(names))}</p>;
}

function Report({ report, designId }: { report: ReplicationReport; designId: string }) {
  const { builds, made, workshops, commercialPrice, more } = report;
  return (
    <>
      <p>
        {words.made(made, workshops)}{' '}
        {commercialPrice && words.commercial(commercialInWords(commercialPrice))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables are pushed aside by the keyboard too. */}
      <section class="built-scroll" aria-label={words.scroll} tabIndex={0}>
        <table class="built-table">
          <thead>
            <tr>
              {Object.entries(words.columns).map(([name, label]) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {builds.map((row) => (
              <Row key={row.buildId} row={row} designId={designId} commercial={commercialPrice} />
            ))}
          </tbody>
        </table>
      </section>
      {more && <p class="soft">{words.more}</p>}
    </>
  );
}

/** `€9,000.00 on 3 May 2026, dealer's list` */
function commercialInWords({
  amount,
  currency,
  on,
  source,
}: NonNullable<ReplicationReport['commercialPrice']>): string {
  const paid =
    on === null ? moneyInWords(amount, currency) : priceInWords({ amount, currency, on, supplier: '' });
  return source === '' ? paid : `${paid}, ${source}`;
}

const SIGNS: Record<ReplicationRow['status'], StateKind> = {
  open: 'soon',
  completed: 'yours',
  abandoned: 'closed',
};

interface RowProps {
  row: ReplicationRow;
  designId: string;
  commercial: ReplicationReport['commercialPrice'];
}

function Row({ row, designId, commercial }: RowProps) {
  const { columns } = words;
  const { buildId, name, status, workshop, of, fork, builders, startedAt, endedAt, things } = row;
  const names = builders.flatMap((person) => person.name ?? []);
  const when = endedAt ? dayInWords(endedAt) : words.since(dayInWords(startedAt));
  const sum = row.cost.map(({ currency, amount }) => moneyInWords(amount, currency)).join(' + ');
  return (
    <tr>
      <th scope="row">
        {row.picture && <img class="built-picture" src={addressOfFile(row.picture)} alt="" loading="lazy" />}
        <a href={addressOf.build(buildId)}>{name}</a>
        <span class="small soft">
          {workshop?.name}
          {names.length > 0 && ` · ${words.by(t.words.and(names))}`}
        </span>
        <span class="small">
          <State kind={SIGNS[status]}>
            {words.states[status]} {when}
          </State>
        </span>
        {status === 'completed' && things.length > 0 && (
          <span class="small built-things">
            {things.slice(0, 6).map(({ itemId, name: called, serial }) => (
              <a key={itemId} href={addressOf.thing(itemId)}>
                {serial ?? called}
              </a>
            ))}
          </span>
        )}
      </th>
      <td data-label={columns.revision}>
        {fork && of.designId !== designId ? (
          <a href={addressOf.revision(of.designId, of.revision)}>{words.fork(of.title, of.revision)}</a>
        ) : (
          <a href={addressOf.revision(of.designId, of.revision)}>{words.revision(of.revision)}</a>
        )}
      </td>
      <td data-label={columns.changed}>
        <Changed row={row} />
      </td>
      <td data-label={columns.hours}>
        <Hours minutes={row.minutes} />
      </td>
      <td data-label={columns.cost}>
        {sum === '' ? (
          <span class="soft">{words.noCost}</span>
        ) : (
          <span>{words.cost(sum, row.costRestsOn.known, row.costRestsOn.all)}</span>
        )}
        {sum !== '' && commercial && (
          <span class="small soft">
            {words.commercial(moneyInWords(commercial.amount, commercial.currency))}
          </span>
        )}
      </td>
      <td data-label={columns.tests}>
        <Tests row={row} />
      </td>
    </tr>
  );
}

function Changed({ row: { deviations, substitutions } }: { row: ReplicationRow }) {
  if (deviations.length + substitutions.length === 0) return <span class="soft">{words.asDesigned}</span>;
  return (
    <ul class="built-changes">
      {substitutions.map(({ line, by }) => (
        <li key={`${line} ${by}`}>{line ? words.substitute(by, line) : words.substituteAlone(by)}</li>
      ))}
      {deviations.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Hours({ minutes: { machines, hands } }: Pick<ReplicationRow, 'minutes'>) {
  if (machines + hands === 0) return <span class="soft">{words.noHours}</span>;
  return (
    <>
      {hands > 0 && <span>{words.people(duration(Math.round(hands)))}</span>}
      {machines > 0 && <span>{words.machines(duration(Math.round(machines)))}</span>}
    </>
  );
}

function Tests({ row: { testsPassed, testsFailed, tests } }: { row: ReplicationRow }) {
  if (testsPassed + testsFailed === 0) return <span class="soft">{words.noTests}</span>;
  const failed = tests.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
  return (
    <>
      {testsPassed > 0 && <State kind="free">{words.passed(testsPassed)}</State>}
      {testsFailed > 0 && (
        <State kind="soon">
          {words.failed(testsFailed)}
          {failed.length > 0 && `: ${failed.join(', ')}`}
        </State>
      )}
    </>
  );
}
