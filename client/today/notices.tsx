import { z } from 'zod';
import type { MachineSummary } from '../../shared/machines/views.ts';
import type { NoticeView } from '../../shared/members/views.ts';
import { role } from '../../shared/roles.ts';
import { post } from '../api.ts';
import { t } from '../catalogue/text.ts';
import type { Resource } from '../resource.ts';
import { me } from '../session.ts';
import { lastDateBefore, todayIn } from '../time/zone.ts';
import { shortDate } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { slotInWords } from '../ui/objections.tsx';
import { PageSection } from '../ui/page.tsx';
import type { noticeList } from '../views.ts';

const words = t.today;

/** What the params of a notice may hold; each kind has some of it. */
const noticeParams = z.object({
  machineId: z.string().optional().catch(undefined),
  workshopId: z.string().optional().catch(undefined),
  rule: z.string().optional().catch(undefined),
  role: role.optional().catch(undefined),
  start: z.string().optional().catch(undefined),
  end: z.string().optional().catch(undefined),
  until: z.string().nullish().catch(undefined),
  reason: z.string().optional().catch(undefined),
});

/** A notice as a sentence; ids become names where they may be read. */
export function noticeInWords(notice: NoticeView, machines: readonly MachineSummary[]): string {
  const {
    machineId,
    workshopId,
    rule = '',
    role: office,
    start,
    end,
    until,
    reason,
  } = noticeParams.parse(notice.params);
  const machine = machines.find((each) => each.machineId === machineId);
  const workshop = me.value?.workshops.find((each) => each.workshopId === workshopId);
  const timeZone = machine?.timeZone ?? workshop?.timeZone ?? 'UTC';
  const when = start && end ? slotInWords({ start, end }, timeZone) : dateInWords(until, timeZone);
  const tell = words.noticeKinds[notice.kind];
  if (!tell) return words.otherNotice;
  const sentence = tell({
    machine: machine?.name ?? words.aMachine,
    workshop: workshop?.name ?? machine?.workshopName ?? words.aWorkshop,
    when,
    rule,
    office: office ? t.words.roles[office].toLowerCase() : '',
  });
  return reason ? words.withReason(sentence, reason) : sentence;
}

const dateInWords = (until: string | null | undefined, timeZone: string) =>
  until ? shortDate(lastDateBefore(until, timeZone), todayIn(timeZone, Date.now())) : '';

export interface NoticesProps {
  notices: Resource<z.infer<typeof noticeList>>;
  machines: readonly MachineSummary[];
}

/** What others and later facts did to one's own; each is read with a press. */
export function Notices({ notices, machines }: NoticesProps) {
  const unread = (notices.value.value?.notices ?? []).filter(({ readAt }) => readAt === null);
  if (unread.length === 0) return null;
  const markRead = async (read: readonly NoticeView[]) => {
    await Promise.all(
      read.map(({ noticeId }) => post(`/api/me/notices/${noticeId}/read`, {}, z.unknown())),
    ).catch(() => undefined);
    notices.refetch();
  };
  const all = unread.length > 1 && (
    <Button kind="quiet" onPress={() => markRead(unread)}>
      {words.readAll}
    </Button>
  );
  return (
    <PageSection title={words.notices} action={all}>
      <ul class="rows">
        {unread.map((notice) => {
          const sentence = noticeInWords(notice, machines);
          return (
            <li key={notice.noticeId} class="notice-row">
              <span>{sentence}</span>
              <Button kind="quiet" label={`${words.read}: ${sentence}`} onPress={() => markRead([notice])}>
                {words.read}
              </Button>
            </li>
          );
        })}
      </ul>
    </PageSection>
  );
}
