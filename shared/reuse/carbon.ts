/**
 * Kilograms of CO2e that making a kilogram of a material gives off, from the mine to the gate of the works, as bought on
 * the market with its usual share of scrap; of wood without what the tree took up or its residues gave off. Hammond and
 * Jones, Inventory of Carbon and Energy 2.0, University of Bath, January 2011.
 */
export const CARBON_FACTORS = {
  stainlessSteel: 6.15,
  steel: 1.46,
  castIron: 2.03,
  aluminium: 9.16,
  copper: 2.71,
  brass: 2.64,
  lead: 1.67,
  zinc: 3.09,
  rubber: 2.85,
  nylon: 9.14,
  abs: 3.76,
  pvc: 3.1,
  polyethylene: 2.54,
  plastic: 3.31,
  plywood: 0.45,
  timber: 0.31,
  glass: 0.91,
  concrete: 0.107,
} as const;
export type CarbonMaterial = keyof typeof CARBON_FACTORS;

/** Words for each material in English and Spanish; those that are part of others' names come after these. */
const WORDS: readonly (readonly [CarbonMaterial, RegExp])[] = [
  ['stainlessSteel', /stainless( steel)?|acero inoxidable|inoxidable|\binox\b/g],
  ['castIron', /cast[- ]?iron|(hierro )?fundici[oó]n|hierro fundido/g],
  ['steel', /\b(mild |carbon |tool |spring )?steel\b|\bacero( al carbono)?\b/g],
  ['aluminium', /\balumini?um\b|\baluminio\b/g],
  ['brass', /\bbrass\b|\blat[oó]n\b/g],
  ['copper', /\bcopper\b|\bcobre\b/g],
  ['lead', /\blead\b(?! ?screw)|\bplomo\b/g],
  ['zinc', /\bzinc\b(?![- ]?plated)|\bcinc\b/g],
  ['rubber', /\brubber\b|\bcaucho\b|\bgoma\b/g],
  ['nylon', /\bnylon\b|\bpolyamide\b|\bpoliamida\b|\bnailon\b/g],
  ['abs', /\babs\b/g],
  ['pvc', /\bpvc\b/g],
  ['polyethylene', /\bhdpe\b|\bldpe\b|\bpolyethylene\b|\bpolietileno\b/g],
  ['plastic', /\bplastics?\b|\bpl[aá]stico\b/g],
  ['plywood', /\bplywood\b|\bcontrachapado\b/g],
  ['timber', /\btimber\b|\bwood(en)?\b|\blumber\b|\bmadera\b/g],
  ['glass', /\bglass\b|\bvidrio\b/g],
  ['concrete', /\bconcrete\b|\bhormig[oó]n\b/g],
];

/** The one material that words name; null: none that is known, or several. */
export function carbonMaterialOf(words: string): CarbonMaterial | null {
  let left = words.toLowerCase();
  const found: CarbonMaterial[] = [];
  for (const [material, word] of WORDS) {
    const without = left.replaceAll(word, ' ');
    if (without !== left) found.push(material);
    left = without;
  }
  const [only = null] = found;
  return found.length === 1 ? only : null;
}

/** Kilograms of CO2e for a kilogram of what words name; null: nobody can say. */
export function carbonFactorOf(words: string): number | null {
  const material = carbonMaterialOf(words);
  return material === null ? null : CARBON_FACTORS[material];
}
