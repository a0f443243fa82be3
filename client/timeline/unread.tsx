import { t } from '../catalogue/text.ts';
import { failureText } from '../failureText.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import type { Resource } from '../resource.ts';
import { Button } from '../ui/button.tsx';

/** What stands in place of a view that is not there, or above one that could not be read again. */
export function Unread({ resource }: { resource: Pick<Resource<unknown>, 'error' | 'refetch'> }) {
  const failure = resource.error.value;
  if (!failure) return <PageLoading />;
  return (
    <div class="stack" role="alert">
      <p>{failureText(failure)}</p>
      <div>
        <Button onPress={() => resource.refetch()}>{t.words.tryAgain}</Button>
      </div>
    </div>
  );
}
