import { t } from '../catalogue/text.ts';

/** Empty ruled lines while a page or its first view is on its way; they appear only where it takes a while. */
export function PageLoading() {
  return (
    <div class="page-loading" role="status">
      <span class="only-heard">{t.words.loading}</span>
      <span class="blank" aria-hidden="true" />
      <span class="blank" aria-hidden="true" />
      <span class="blank" aria-hidden="true" />
    </div>
  );
}
