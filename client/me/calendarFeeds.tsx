import { useState } from 'preact/hooks';
import { z } from 'zod';
import { type FeedView, feedList, madeFeed } from '../../shared/notices/feeds.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { commandWith, post } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { shortDate } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { CopyField } from '../ui/copyField.tsx';
import { SelectField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { QrCode } from '../ui/qrCode.tsx';
import { Shown } from '../ui/shown.tsx';
import { showToast } from '../ui/toasts.ts';
import { machineList } from '../views.ts';

const words = t.notices.feeds;
const path = '/api/me/feeds';

/** Secret addresses for calendar programs: made, shown once, revoked. */
export function CalendarFeeds() {
  const feeds = useResource(path, feedList);
  const { busy, failure, attempt } = useAttempt();
  const revoke = ({ feedId }: FeedView) =>
    attempt(async () => {
      await commandWith('delete', `${path}/${feedId}`, {}, z.unknown());
      showToast(words.revoked);
      feeds.refetch();
    });
  return (
    <div class="stack measure">
      <p>{words.text}</p>
      <Shown resource={feeds}>
        {({ feeds: all }) => (
          <>
            {all.length === 0 && <p class="soft">{words.none}</p>}
            <ul class="rows">
              {all.map((feed) => (
                <FeedRow key={feed.feedId} feed={feed} busy={busy} onRevoke={() => revoke(feed)} />
              ))}
            </ul>
          </>
        )}
      </Shown>
      <FormFailure failure={failure} />
      <NewFeed onMade={feeds.refetch} />
    </div>
  );
}

function FeedRow({ feed, busy, onRevoke }: { feed: FeedView; busy: boolean; onRevoke: () => void }) {
  const name = feed.machineId === null ? words.mine : words.aMachine(feed.machineName ?? '');
  return (
    <li class="key-row">
      <div>
        <strong>{name}</strong>
        <p class="soft small">{feed.lastReadOn ? words.read(shortDate(feed.lastReadOn)) : words.never}</p>
      </div>
      <Button kind="quiet" busy={busy} label={words.revoke(name)} onPress={onRevoke}>
        {words.revokeWord}
      </Button>
    </li>
  );
}

function NewFeed({ onMade }: { onMade: () => void }) {
  const machines = useResource('/api/machines', machineList);
  const [machine, setMachine] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const make = () =>
    attempt(async () => {
      setAddress((await post(path, { machineId: machine || null }, madeFeed)).address);
      onMade();
    });
  const all = machines.value.value?.machines ?? [];
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <div class="narrow">
        <SelectField
          label={words.which}
          value={machine}
          options={[
            { value: '', label: words.mine },
            ...all.map(({ machineId, name }) => ({ value: machineId, label: words.aMachine(name) })),
          ]}
          onValue={setMachine}
        />
      </div>
      <FormFailure failure={failure} />
      <div>
        <Button type="submit" busy={busy}>
          {words.make}
        </Button>
      </div>
      {address && (
        <div class="stack" role="status">
          <p>{words.once}</p>
          <CopyField label={words.address} copyLabel={words.copy} value={address} />
          <p>
            <a href={address.replace(/^https?:/, 'webcal:')}>{words.open}</a>
          </p>
          <QrCode text={address} label={words.square} />
        </div>
      )}
    </form>
  );
}
