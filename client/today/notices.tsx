import { z } from 'zod';
import type { NoticeView } from '../../shared/members/views.ts';
import { post } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import type { Resource } from '../resource.ts';
import { Button } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import type { noticeList } from '../views.ts';

const words = t.today;

export interface NoticesProps {
  notices: Resource<z.infer<typeof noticeList>>;
}

/** What others and later facts did to one's own; each is read with a press. */
export function Notices({ notices }: NoticesProps) {
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
          const { sentence, path } = notice;
          return (
            <li key={notice.noticeId} class="notice-row">
              <a href={path}>{sentence}</a>
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
