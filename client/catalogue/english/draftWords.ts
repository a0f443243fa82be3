import type {
  DesignCategory,
  DocumentationReadiness,
  TechnologyReadiness,
} from '../../../shared/designs/content.ts';
import type { FileRole } from '../../../shared/designs/fileRoles.ts';
import type { PartSource } from '../../../shared/designs/partLines.ts';

const categories: Record<DesignCategory, string> = {
  agriculture: 'Agriculture',
  habitat: 'Habitat',
  industry: 'Industry',
  energy: 'Energy',
  materials: 'Materials',
  transportation: 'Transport',
  electronics: 'Electronics',
  household: 'Household',
  health: 'Health',
  science: 'Science',
  tools: 'Tools',
  parts: 'Parts',
  other: 'Other',
};

const technology: Record<TechnologyReadiness, string> = {
  'OTRL-1': 'An idea',
  'OTRL-2': 'A concept',
  'OTRL-3': 'A first prototype',
  'OTRL-4': 'A prototype that works',
  'OTRL-5': 'Tried in use',
  'OTRL-6': 'Proven in use',
};

const documentation: Record<DocumentationReadiness, string> = {
  'ODRL-1': 'Notes, not complete',
  'ODRL-2': 'Complete, not yet reviewed',
  'ODRL-3': 'Reviewed by others',
  'ODRL-3*': 'Reviewed, and built by its documentation',
  'ODRL-4': 'Certified, or in production',
};

const sources: Record<PartSource, string> = { make: 'Make', buy: 'Buy', recover: 'Recover' };

const roles: Record<FileRole, string> = {
  picture: 'Picture',
  source: 'Source (CAD)',
  export: 'For a machine',
  drawing: 'Drawing',
  instructions: 'Instructions',
  partsList: 'Parts list',
  software: 'Software',
  licence: 'Licence',
  manifest: 'Manifest',
  other: 'Other',
};

/** What can be chosen in a draft, in words. */
export const draftWords = { categories, technology, documentation, sources, roles };
