/** Which designs (or sub-assemblies) each component stands in directly: its immediate parents, each once. */
export type ParentsOfComponents = ReadonlyMap<string, ReadonlySet<string>>;

/** Factors (0 to 1) by which a shared component counts: same size and shape, material, assembly. 1 where unsaid. */
export interface LikenessFactors {
  size: number;
  material: number;
  assembly: number;
}

const sumOf = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const each of numbers) sum += each;
  return sum;
};

const parentsIn = (components: ParentsOfComponents): number =>
  sumOf(Array.from(components.values(), ({ size }) => size));

/** Degree of commonality index: ΣΦj / d, Φj immediate parents, d distinct components (Collier 1981). Null of nothing. */
export const degreeOfCommonality = (components: ParentsOfComponents): number | null =>
  components.size === 0 ? null : parentsIn(components) / components.size;

/** Total constant commonality index: 1 − (d − 1)/(ΣΦj − 1), 0 to 1 (Wacker and Treleven 1986). Null of less than two. */
export function totalConstantCommonality(components: ParentsOfComponents): number | null {
  const parents = parentsIn(components);
  return parents < 2 ? null : 1 - (components.size - 1) / (parents - 1);
}

/**
 * Commonality index: 1 − (u − max pj)/(Σpj − max pj), u unique parts over all designs, pj distinct parts in design j
 * (Martin and Ishii). Null of less than two designs.
 */
export function commonalityIndex(components: ParentsOfComponents): number | null {
  const parts = partsOfDesigns(components);
  const most = Math.max(0, ...parts.values());
  const all = sumOf(parts.values());
  return parts.size < 2 ? null : 1 - (components.size - most) / (all - most);
}

/**
 * Percent commonality: 100·[Σ nᵢ f1ᵢ f2ᵢ f3ᵢ − Σ 1/nᵢ²]/[P·N − Σ 1/nᵢ²], P parts, N designs, nᵢ designs that share part i
 * (Kota, Sethuraman and Miller 2000). Null of less than two designs.
 */
export function percentCommonality(
  components: ParentsOfComponents,
  factorsOf: (component: string) => LikenessFactors = () => ({ size: 1, material: 1, assembly: 1 }),
): number | null {
  const designs = partsOfDesigns(components).size;
  if (designs < 2) return null;
  let shared = 0;
  let least = 0;
  for (const [component, { size: sharing }] of components) {
    const { size, material, assembly } = factorsOf(component);
    shared += sharing * size * material * assembly;
    least += 1 / sharing ** 2;
  }
  return (100 * (shared - least)) / (components.size * designs - least);
}

/** How many distinct parts each design has. */
function partsOfDesigns(components: ParentsOfComponents): Map<string, number> {
  const parts = new Map<string, number>();
  for (const parents of components.values()) {
    for (const parent of parents) parts.set(parent, (parts.get(parent) ?? 0) + 1);
  }
  return parts;
}
