import { buildList } from '../../shared/builds/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import { SelectField } from '../ui/field.tsx';

const words = t.shelf;

/** Open builds of a workshop, one's own first; undefined until they are read. */
export function useOpenBuilds(workshopId: string) {
  const builds = useResource(`/api/builds?workshop=${workshopId}&status=open`, buildList);
  return builds.value.value?.builds
    .filter(({ status }) => status === 'open')
    .toSorted((one, other) => Number(other.mine) - Number(one.mine));
}

export interface BuildChoiceProps {
  builds: readonly { buildId: string; name: string }[];
  /** Empty: for none. */
  value: string;
  onValue: (buildId: string) => void;
  /** It has to be one. */
  required?: boolean;
}

/** For which of the open builds something is. */
export function BuildChoice({ builds, value, onValue, required }: BuildChoiceProps) {
  const options = builds.map(({ buildId, name }) => ({ value: buildId, label: name }));
  return (
    <SelectField
      label={words.forBuild}
      value={value}
      options={required ? options : [{ value: '', label: words.noBuild }, ...options]}
      onValue={onValue}
    />
  );
}
