import { useMemo, useState } from 'preact/hooks';
import { COLUMNS, TEMPLATES } from '../../shared/imports/columns.ts';
import { type ImportTable, importTable } from '../../shared/imports/commands.ts';
import { type ImportReply, importReply } from '../../shared/imports/views.ts';
import { workshopView } from '../../shared/workshops/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { addressOf } from '../addresses.ts';
import { commandWith } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { ImportedRows } from '../imports/importedRows.tsx';
import { TableField } from '../imports/tableField.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { server } from '../session.ts';
import { stepDone } from '../today/stepsDone.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { CheckField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.imports;

/** Takes a table of people, competences, machines or tools in: first each row is looked at, then it is written. */
export function ImportPage({ params, query }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const workshop = useResource(`/api/workshops/${workshopId}`, workshopView, [`workshop-${workshopId}`]);
  const name = workshop.value.value?.name;
  return (
    <PageFrame title={words.title} line={words.line}>
      {name !== undefined && (
        <p>
          <a href={addressOf.workshop(workshopId)}>{name}</a>
        </p>
      )}
      <Shown resource={workshop}>
        {({ allowedActions }) =>
          allowedActions.includes('workshop.import') ? (
            <Import
              workshopId={workshopId}
              first={importTable.safeParse(query.table).data ?? 'competences'}
            />
          ) : (
            <p class="note">{words.mayNot}</p>
          )
        }
      </Shown>
    </PageFrame>
  );
}

function Import({ workshopId, first }: { workshopId: string; first: ImportTable }) {
  const [table, setTable] = useState(first);
  const [csv, setCsv] = useState('');
  const [invite, setInvite] = useState(true);
  const [reply, setReply] = useState<ImportReply | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const template = useMemo(
    () => `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${TEMPLATES[table]}\n`)}`,
    [table],
  );
  const send = (dryRun: boolean) =>
    attempt(async () => {
      const path = `/api/workshops/${workshopId}/import${dryRun ? '?dryRun=true' : ''}`;
      const replied = await commandWith('post', path, { table, csv, invite }, importReply);
      setReply(replied);
      if (table === 'members' && !replied.dryRun && replied.good > 0) stepDone(workshopId, 'invitation');
    });
  /** Whatever was looked at before speaks of another table. */
  const changed = () => setReply(null);
  const choose = (chosen: ImportTable) => {
    setTable(chosen);
    changed();
  };
  const nextTable = () => {
    setCsv('');
    choose('members');
  };
  const ready = reply?.dryRun === true && reply.good > 0;
  return (
    <>
      <form
        class="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          send(true);
        }}
      >
        <Chips label={words.what} value={table} options={tableOptions} onValue={choose} />
        <p class="soft">
          {words.columns(headingsOf(table).join(', '))}{' '}
          <a href={template} download={`${words.tables[table].toLowerCase()}.csv`}>
            {words.template}
          </a>
        </p>
        {table !== 'competences' && <p class="soft">{words.order}</p>}
        <TableField
          csv={csv}
          onCsv={(text) => {
            setCsv(text);
            changed();
          }}
        />
        {table === 'members' && server.value?.mailConfigured === false && <p class="soft">{words.noMail}</p>}
        {table === 'members' && server.value?.mailConfigured && (
          <CheckField
            label={words.invite}
            checked={invite}
            onChange={(wanted) => {
              setInvite(wanted);
              changed();
            }}
          />
        )}
        <FormFailure failure={failure} />
        <div>
          <Button kind={ready ? 'plain' : 'main'} type="submit" busy={busy}>
            {words.check}
          </Button>
        </div>
      </form>
      {reply && (
        <PageSection
          title={words.rows}
          action={
            ready && (
              <Button kind="main" busy={busy} onPress={() => send(false)}>
                {words.take(reply.good)}
              </Button>
            )
          }
        >
          {!reply.dryRun && reply.bad === 0 && (
            <Next workshopId={workshopId} table={reply.table} onPeople={nextTable} />
          )}
          <ImportedRows reply={reply} />
        </PageSection>
      )}
    </>
  );
}

interface NextProps {
  workshopId: string;
  table: ImportTable;
  onPeople: () => void;
}

/** What one mostly does after a table is in. */
function Next({ workshopId, table, onPeople }: NextProps) {
  const word = words.next[table];
  if (table === 'competences') return <Button onPress={onPeople}>{word}</Button>;
  const href = table === 'members' ? addressOf.people(workshopId) : addressOf.labels(workshopId);
  return (
    <p>
      <ButtonLink href={href}>{word}</ButtonLink>
    </p>
  );
}

/** The first of the headings under which each column is known. */
const headingsOf = (table: ImportTable): string[] =>
  Object.values<readonly string[]>(COLUMNS[table]).map(([heading = '']) => heading);

const tableOptions = importTable.options.map((value) => ({ value, label: words.tables[value] }));
