import {
  type DocumentationReadiness,
  documentationReadiness,
  type TechnologyReadiness,
  technologyReadiness,
} from '../../../shared/designs/content.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';

/** `OTLR-5`, `otrl 5`, `TRL5` and 5 all mean OTRL-5; null for what is on no such scale. */
export function readTechnology(words: string): TechnologyReadiness | null {
  const step = /^\s*(?:[a-z]{1,5}[\s_-]*)?([1-6])\s*$/i.exec(words)?.[1];
  return technologyReadiness.options.find((each) => each === `OTRL-${step}`) ?? null;
}

/** As {@link readTechnology}; the scale of documentation ends at 4, and ended at 5 before. */
export function readDocumentation(words: string): DocumentationReadiness | null {
  const step = /^\s*(?:[a-z]{1,5}[\s_-]*)?([1-4])\s*(\*?)\s*$/i.exec(words.replace(/5(?=\s*$)/, '4'));
  return documentationReadiness.options.find((each) => each === `ODRL-${step?.[1]}${step?.[2]}`) ?? null;
}

/** How far the first family says that it is; a product that others have made as well is proven. Null where that is open. */
export function readStage(words: string, isMadeElsewhere: boolean): TechnologyReadiness | null {
  const stage = words.trim().toLowerCase();
  if (/^(idea|ideation|early[- ]stages?)$/.test(stage)) return 'OTRL-1';
  if (/^(concept|conception|design)$/.test(stage)) return 'OTRL-2';
  if (/^(development|in development|alpha)$/.test(stage)) return 'OTRL-3';
  if (/^(prot\w*pe|prototyping|testing|beta)$/.test(stage)) return 'OTRL-4';
  if (/^(product|production|released?|stable|mature)$/.test(stage))
    return isMadeElsewhere ? 'OTRL-6' : 'OTRL-5';
  return null;
}

/** The first family's word for how far a thing is. */
export const stageIn = (level: TechnologyReadiness | null): string => (level === null ? '' : STAGES[level]);

const STAGES: Record<TechnologyReadiness, string> = {
  'OTRL-1': 'idea',
  'OTRL-2': 'concept',
  'OTRL-3': 'development',
  'OTRL-4': 'prototype',
  'OTRL-5': 'product',
  'OTRL-6': 'product',
};

/** Technologies that have documentation criteria of their own. */
export const TECHNOLOGIES = ['ASM', 'MEC', 'CIR', 'PCB', 'WEL', '3DP', 'LAS', 'CNC'] as const;
export type Technology = (typeof TECHNOLOGIES)[number];

export const readTechnologyCode = (words: string): Technology | null => {
  const plain = words
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
  return (
    TECHNOLOGIES.find((each) => each === plain) ??
    (plain === '3DPRINTING' ? '3DP' : plain === 'LASER' ? 'LAS' : null)
  );
};

/** The kind of machine that a technology needs, where it is one kind. */
export const MACHINE_OF: Partial<Record<Technology, MachineKind>> = {
  PCB: 'electronics',
  CIR: 'electronics',
  WEL: 'welder',
  '3DP': 'printer3d',
  LAS: 'laser',
  CNC: 'cncRouter',
};

/** For the way out; of two technologies that one kind does, the first is said. */
export const technologyOf = (kind: MachineKind): Technology | null =>
  TECHNOLOGIES.find((each) => MACHINE_OF[each] === kind && each !== 'CIR') ?? null;

const COUNTRIES_MEANT: Record<string, string> = { UK: 'GB', EN: 'GB' };

/** `EN-UK`, `de_DE` and `DE-Western-Europe` as a language tag; null where there is none. */
export function readLanguage(words: string): string | null {
  const [language = '', region = ''] = words.trim().split(/[\s_-]+/);
  const named = /^[a-z]{2,3}$/i.test(language)
    ? language.toLowerCase()
    : (NAMES[language.toLowerCase()] ?? null);
  if (named === null) return null;
  const country = region.toUpperCase();
  return /^[A-Z]{2}$/.test(country) ? `${named}-${COUNTRIES_MEANT[country] ?? country}` : named;
}

const NAMES: Record<string, string> = {
  english: 'en',
  german: 'de',
  deutsch: 'de',
  spanish: 'es',
  español: 'es',
  french: 'fr',
  français: 'fr',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
};
