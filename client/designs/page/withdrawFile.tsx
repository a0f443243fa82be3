import { useState } from 'preact/hooks';
import type { DesignFile } from '../../../shared/designs/content.ts';
import type { DesignView } from '../../../shared/designs/designViews.ts';
import { t } from '../../catalogue/designTexts.ts';
import { me, myWorkshops } from '../../session.ts';
import { AskForm } from '../../ui/askForm.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { Fold } from '../../ui/page.tsx';
import { useCommand } from '../../useCommand.ts';

const words = t.designPage.files.withdrawing;

/** Maintainers, and stewards of its home; of any workshop where it has none. The server has the last word. */
function mayWithdraw({ mine, workshop }: DesignView): boolean {
  if (!me.value) return false;
  const stewardOf = myWorkshops.value.filter(({ roles }) => roles.includes('steward'));
  return (
    mine.maintains ||
    stewardOf.some(({ workshopId }) => workshop === null || workshopId === workshop.workshopId)
  );
}

interface WithdrawFileProps {
  design: DesignView;
  /** Those that are still there. */
  files: readonly DesignFile[];
  onChanged: () => void;
}

/** Takes the bytes of a file away for good, with a reason that stays; its hash tells which one it is. */
export function WithdrawFile({ design, files, onChanged }: WithdrawFileProps) {
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  if (!mayWithdraw(design) || files.length === 0) return null;
  const file = files.find(({ path }) => path === chosen);
  const withdraw = async () => {
    if (!file) return;
    const reply = await give({
      method: 'post',
      path: `/api/files/${file.fileId}/withdraw`,
      body: { reason },
      done: words.done(file.path),
      after: onChanged,
    });
    if (!reply) return;
    setChosen('');
    setReason('');
  };
  return (
    <Fold summary={words.title}>
      <AskForm
        submitLabel={words.submit}
        kind="danger"
        onSubmit={withdraw}
        busy={busy}
        failure={failure}
        width="measure"
      >
        <p>{words.line}</p>
        <SelectField
          label={words.file}
          value={chosen}
          options={[
            { value: '', label: words.choose },
            ...files.map(({ path }) => ({ value: path, label: path })),
          ]}
          onValue={setChosen}
        />
        {file && (
          <p class="soft small">
            {words.hash} <span class="mono file-hash">{file.fileId}</span>
          </p>
        )}
        <TextArea label={words.reason} required value={reason} onValue={setReason} />
      </AskForm>
    </Fold>
  );
}
