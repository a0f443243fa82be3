import { stringify as toToml } from 'smol-toml';
import { stringify as toYaml } from 'yaml';
import type { Leaving } from './leaving.ts';
import { type Family, OWN_FIELD, type PlainTable } from './manifest.ts';
import { ownRestOf } from './ownRest.ts';
import { readLosh } from './readLosh.ts';
import { readV1 } from './readV1.ts';
import { filled, withoutNothing } from './tables.ts';
import { loshTable } from './writeLosh.ts';
import { v1Table } from './writeV1.ts';

/** `okh.yml` of the first family; strict: required fields are there, enums are of the format. */
export const writeManifestV1 = (leaving: Leaving): string =>
  toYaml(complete(v1Table(leaving), leaving, 'okh-v1'), { lineWidth: 0 });

/** `okh.toml` of the second family, LOSH; strict as the first. */
export const writeManifestLosh = (leaving: Leaving): string =>
  toToml(complete(withoutNothing(loshTable(leaving)), leaving, 'okh-losh'));

/** With the field of ours, so that the design comes back whole. */
function complete(table: PlainTable, { content, beside, built }: Leaving, family: Family): PlainTable {
  const leaveOut = [beside.partsList, beside.instructions, beside.readme, ...beside.others].filter(
    (path) => path !== undefined,
  );
  const read = family === 'okh-v1' ? readV1 : readLosh;
  const rest = ownRestOf(table, content, read, leaveOut);
  // Neither family has a field for these; what stands here is for those who read it, the rest brings it back.
  const price = content.commercialPrice;
  const told: PlainTable = filled({
    'commercial-price': price && filled({ ...price }),
    replications: built?.replications ?? [],
  });
  return { ...table, [OWN_FIELD]: { ...told, ...rest } };
}
