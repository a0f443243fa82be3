import { useState } from 'preact/hooks';
import { type PartsReply, partsReply } from '../../../shared/designs/draftViews.ts';
import { useAttempt } from '../../account/useAttempt.ts';
import { post } from '../../api.ts';
import { t } from '../../catalogue/designTexts.ts';
import { TableField } from '../../imports/tableField.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField } from '../../ui/field.tsx';
import { FormFailure } from '../../ui/formFailure.tsx';
import { Fold } from '../../ui/page.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { DraftState } from './state.ts';

const words = t.draft.parts;
const LEFT_OUT = '';

interface TakeTableProps {
  draft: DraftState;
  hasLines: boolean;
}

type Columns = Record<string, string | null>;

/** A parts list from a spreadsheet: first what was understood, then it is taken in. */
export function TakeTable({ draft, hasLines }: TakeTableProps) {
  const [csv, setCsv] = useState('');
  const [replace, setReplace] = useState(!hasLines);
  const [reply, setReply] = useState<PartsReply | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const send = (dryRun: boolean, columns: Columns | undefined) =>
    attempt(async () => {
      // What is typed but not saved yet would be missing from the list that the table meets.
      await draft.flush();
      const draftId = draft.view.value?.draftId ?? '';
      const path = `/api/drafts/${draftId}/parts${dryRun ? '?dryRun=true' : ''}`;
      const replied = await post(path, { csv, replace, ...(columns ? { columns } : {}) }, partsReply);
      if (dryRun) {
        setReply(replied);
        return;
      }
      await draft.takeOver();
      setReply(null);
      setCsv('');
      showToast(words.tableTaken(replied.lines));
    });
  return (
    <div class="stack measure" data-own-undo>
      <p class="soft">{words.tableHint}</p>
      <TableField
        csv={csv}
        onCsv={(text) => {
          setCsv(text);
          setReply(null);
        }}
      />
      {hasLines && (
        <CheckField
          label={words.tableReplace}
          checked={replace}
          onChange={(wanted) => {
            setReplace(wanted);
            setReply(null);
          }}
        />
      )}
      <FormFailure failure={failure} />
      {csv.trim() !== '' && !reply && (
        <div>
          <Button busy={busy} onPress={() => send(true, undefined)}>
            {words.tableRead}
          </Button>
        </div>
      )}
      {reply && (
        <Read
          reply={reply}
          busy={busy}
          onColumns={(columns) => send(true, columns)}
          onTake={() => send(false, columnsOf(reply))}
        />
      )}
    </div>
  );
}

const columnsOf = (reply: PartsReply): Columns =>
  Object.fromEntries(reply.columns.map(({ heading, means }) => [heading, means]));

interface ReadProps {
  reply: PartsReply;
  busy: boolean;
  onColumns: (columns: Columns) => void;
  onTake: () => void;
}

function Read({ reply, busy, onColumns, onTake }: ReadProps) {
  const known = Object.entries(words.columns).map(([value, label]) => ({ value, label }));
  const headings = Object.keys(reply.preview[0] ?? {});
  return (
    <div class="stack">
      <p class="note" role="status">
        {words.tableFound(reply.lines)}
      </p>
      <fieldset class="stack">
        <legend>{words.tableColumns}</legend>
        <div class="fields-2">
          {reply.columns.map(({ heading, means }) => (
            <SelectField
              key={heading}
              label={heading}
              value={means ?? LEFT_OUT}
              options={[{ value: LEFT_OUT, label: words.tableLeaveOut }, ...known]}
              onValue={(value) =>
                onColumns({ ...columnsOf(reply), [heading]: value === LEFT_OUT ? null : value })
              }
            />
          ))}
        </div>
      </fieldset>
      {headings.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled by keys too
        <section class="table-preview" tabIndex={0} aria-label={words.tableFirst}>
          <table>
            <caption>{words.tableFirst}</caption>
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {Object.entries(words.columns).find(([name]) => name === heading)?.[1] ?? heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {reply.preview.map((row) => (
                <tr key={JSON.stringify(row)}>
                  {headings.map((heading) => (
                    <td key={heading}>{row[heading] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {reply.remarks.length > 0 && (
        <Fold summary={words.tableRemarks(reply.remarks.length)}>
          <ul>
            {reply.remarks.slice(0, 200).map(({ row, sentence }) => (
              <li key={`${row} ${sentence}`}>{words.tableRemark(row, sentence)}</li>
            ))}
          </ul>
        </Fold>
      )}
      {reply.lines > 0 && (
        <div>
          <Button kind="main" busy={busy} onPress={onTake}>
            {words.tableTake(reply.lines)}
          </Button>
        </div>
      )}
    </div>
  );
}
