import { documentationReadiness, technologyReadiness } from '../../../shared/designs/content.ts';
import { filePath } from '../../../shared/designs/fileRoles.ts';
import { isLicenceExpression } from '../../../shared/licences/expression.ts';
import { isTable } from './document.ts';
import { listOf } from './fields.ts';
import type { Plain, PlainTable } from './manifest.ts';
import { TECHNOLOGIES } from './vocabulary.ts';

/** What of a table breaks the format, a few words each; empty where it is valid. */
export type Faults = string[];
type Check = (value: Plain) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isAddress: Check = (value) => typeof value === 'string' && /^https?:\/\/[^\s/]+\S*$/.test(value);
/** A path inside the design: no `..`, no scheme, no leading slash. */
const isPath: Check = (value) =>
  typeof value === 'string' && filePath.safeParse(value).success && !value.startsWith('/');
const isPlace: Check = (value) => isPath(value) || isAddress(value);
const isLicence: Check = (value) => typeof value === 'string' && isLicenceExpression(value);
const isPositive: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value > 0;
const isNamed: Check = (value) => isText(value) || (isTable(value) && isText(value.name ?? null));
const isDate: Check = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);
const oneOf =
  (...options: readonly string[]): Check =>
  (value) =>
    options.some((option) => option === value);
const each =
  (check: Check): Check =>
  (value) => {
    const all = listOf(value);
    return all.length > 0 && all.every(check);
  };

const faultsOf = (table: PlainTable, checks: Record<string, Check>, at = ''): Faults =>
  Object.entries(checks).flatMap(([name, check]) => {
    const value = table[name] ?? null;
    return value === null || check(value) ? [] : [`${at}${name} is not as the format has it`];
  });

/** Without fields whose form the format does not have: what leaves is strict. */
export const onlyValid = (table: PlainTable, checks: Record<string, Check>): PlainTable =>
  Object.fromEntries(
    Object.entries(table).filter(([name, value]) => {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      return check === undefined || check(value);
    }),
  );

const missingOf = (table: PlainTable, names: readonly string[], at = ''): Faults =>
  names.filter((name) => (table[name] ?? null) === null).map((name) => `${at}${name} is missing`);

const isDocument: Check = (value) =>
  isTable(value) &&
  (isPlace(value.path ?? null) || (value.path == null && isText(value.title ?? value.url ?? null)));
const isDocuments: Check = (value) => Array.isArray(value) && value.every(isDocument);
const isReference: Check = (value) =>
  isTable(value) && ['title', 'manifest', 'web'].some((name) => isText(value[name] ?? null));
const isPerson: Check = (value) => isTable(value) && isText(value.name ?? value.email ?? null);
const isStandard: Check = (value) => isTable(value) && isText(value['standard-title'] ?? null);
const isLanguage: Check = (value) =>
  typeof value === 'string' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value);

/** Fields of the first family, and their form. */
export const V1_FIELDS: Record<string, Check> = {
  title: isText,
  description: isText,
  'intended-use': isText,
  'project-link': isAddress,
  'documentation-home': isAddress,
  keywords: (value) => each(isText)(value) && new Set(listOf(value)).size === listOf(value).length,
  image: isPlace,
  made: (value) => typeof value === 'boolean',
  'made-independently': (value) => typeof value === 'boolean',
  licensor: (value) => isTable(value) && isText(value.name ?? null),
  'manifest-author': (value) => isTable(value) && isText(value.name ?? null) && isText(value.email ?? null),
  contact: isPerson,
  contributors: (value) => Array.isArray(value) && value.every(isNamed),
  version: (value) => typeof value === 'string' || typeof value === 'number',
  'date-created': isDate,
  'date-updated': isDate,
  'development-stage': isText,
  'documentation-language': isLanguage,
  'manifest-language': isLanguage,
  'design-files': isDocuments,
  schematics: isDocuments,
  bom: isPlace,
  'tool-list': isPlace,
  'making-instructions': isDocuments,
  'manufacturing-files': isDocuments,
  'tool-settings': isDocuments,
  'operating-instructions': isDocuments,
  'maintenance-instructions': isDocuments,
  'disposal-instructions': isDocuments,
  'quality-instructions': isDocuments,
  'risk-assessment': isDocuments,
  software: isDocuments,
  'standards-used': (value) => Array.isArray(value) && value.every(isStandard),
  'derivative-of': isReference,
  'variant-of': isReference,
  'sub-parts': (value) => Array.isArray(value) && value.every(isReference),
};

/** The first family (`okh.yml`): required fields, and the form of the others. */
export function validateV1(table: PlainTable): Faults {
  const { license } = table;
  const licences = isTable(license)
    ? ['hardware', 'documentation', 'software'].filter((of) => isText(license[of] ?? null))
    : [];
  return [
    ...missingOf(table, ['title', 'description', 'license']),
    ...(licences.length === 0 ? ['license needs one of hardware, documentation and software'] : []),
    ...(isTable(license)
      ? faultsOf(license, { hardware: isLicence, documentation: isLicence, software: isLicence }, 'license.')
      : []),
    ...(table['project-link'] == null && table['documentation-home'] == null
      ? ['project-link or documentation-home is missing']
      : []),
    ...faultsOf(table, V1_FIELDS),
  ];
}

const isSize: Check = (value) =>
  isTable(value) && ['width', 'depth', 'height'].every((side) => isPositive(value[side] ?? null));
const places: Record<string, Check> = {
  image: each((value) => isPlace(value) || (isTable(value) && isPlace(value.location ?? null))),
  source: each(isPlace),
  export: each(isPlace),
  tsdc: each(oneOf(...TECHNOLOGIES)),
  mass: isPositive,
  'outer-dimensions': isSize,
};

/** Fields of the second family, and their form. */
export const LOSH_FIELDS: Record<string, Check> = {
  okhv: isText,
  name: isText,
  repo: isAddress,
  version: isText,
  license: isLicence,
  licensor: each(isNamed),
  function: isText,
  organization: each(isNamed),
  readme: isPlace,
  'contribution-guide': isPlace,
  release: isAddress,
  'fork-of': isAddress,
  'documentation-language': each(isText),
  'technology-readiness-level': oneOf(...technologyReadiness.options),
  'documentation-readiness-level': oneOf(...documentationReadiness.options),
  bom: each(isPlace),
  'manufacturing-instructions': each(isPlace),
  'user-manual': each(isPlace),
  auxiliary: each(isPlace),
  'standard-compliance': each(isText),
  ...places,
};

/** Fields of one of its parts. */
export const PART_FIELDS: Record<string, Check> = { name: isText, ...places };

/** The second family (`okh.toml`): required fields, enums, and the form of paths. */
export function validateLosh(table: PlainTable): Faults {
  return [
    ...missingOf(table, ['okhv', 'name', 'repo', 'version', 'license', 'licensor', 'function']),
    ...faultsOf(table, LOSH_FIELDS),
    ...listOf(table.part ?? null).flatMap((part, index) =>
      isTable(part) ? partFaults(part, `part[${index}].`) : [`part[${index}] is no table`],
    ),
  ];
}

const partFaults = (part: PlainTable, at: string): Faults => [
  ...missingOf(part, ['name'], at),
  ...(part.source == null && part.export == null ? [`${at}source or export is missing`] : []),
  ...faultsOf(part, PART_FIELDS, at),
];
