/** What a product is made of and becomes; shares from 0 to 1. Ellen MacArthur Foundation and Granta, 2019. */
export interface MaterialFlows {
  /** M, kilograms. */
  mass: number;
  /** F_R, F_U, F_S: of recycled, reused and sustained biological stock. */
  recycledIn: number;
  reusedIn: number;
  biologicalIn: number;
  /** C_R, C_U, C_C, C_E: collected for recycling, reuse, composting, energy. */
  recycledOut: number;
  reusedOut: number;
  compostedOut: number;
  energyOut: number;
  /** E_C, E_F: how much of it the recycling at its end, and that of what it was made of, yields. */
  yieldOut: number;
  yieldIn: number;
  /** X = (L/Lav)(U/Uav): how long and how much it is used against others of its kind. */
  utility: number;
}

/** LFI: the share of its material that flows in a line, from virgin to waste; 0 to 1. */
export function linearFlowIndex(flows: MaterialFlows): number {
  const { mass } = flows;
  const virgin = mass * (1 - flows.recycledIn - flows.reusedIn - flows.biologicalIn);
  const unrecovered = mass * (1 - flows.recycledOut - flows.reusedOut - flows.compostedOut - flows.energyOut);
  const lostAfter = mass * (1 - flows.yieldOut) * flows.recycledOut;
  const lostBefore =
    flows.recycledIn === 0 ? 0 : (mass * (1 - flows.yieldIn) * flows.recycledIn) / flows.yieldIn;
  const waste = unrecovered + (lostBefore + lostAfter) / 2;
  return (virgin + waste) / (2 * mass + (lostBefore - lostAfter) / 2);
}

/** MCI = max(0, 1 − LFI · 0.9/X): 0.1 for what is virgin and landfilled and as good as others, 1 for a closed circle. */
export const materialCircularity = (flows: MaterialFlows): number =>
  Math.max(0, 1 - (linearFlowIndex(flows) * 0.9) / flows.utility);
