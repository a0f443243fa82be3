import type { ComponentChildren } from 'preact';
import { t } from '../catalogue/text.ts';
import { failureText } from '../failureText.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import type { Resource } from '../resource.ts';
import { Button } from './button.tsx';

export interface ShownProps<Value> {
  resource: Resource<Value>;
  children: (value: Value) => ComponentChildren;
}

/** Draws a view once it is there, and says what to do where it could not be read. */
export function Shown<Value>({ resource, children }: ShownProps<Value>) {
  const value = resource.value.value;
  const failure = resource.error.value;
  if (value !== undefined) return <>{children(value)}</>;
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
