/** The tube of which the larger machines are bolted. */
export const TUBE = 'square tube 4 × 4 × 1/4 in';
/** Kilograms of a metre. */
const TUBE_KILOGRAMS_PER_METRE = 18.17;
/** Kilograms of so many inches of it. */
export const tubeMass = (inches: number) =>
  Number(((TUBE_KILOGRAMS_PER_METRE * inches * 25.4) / 1000).toFixed(1));
/** A line of so many pieces of it. */
export const tube = (name: string, inches: number, quantity: number) =>
  ({
    name,
    quantity,
    source: 'make',
    in: 'frame',
    tracked: true,
    material: 'A500 B',
    mass: tubeMass(inches),
    price: Number((inches * 0.82).toFixed(2)),
    cut: { stock: TUBE, length: Number((inches * 25.4).toFixed(1)) },
    machines: ['saw', 'drillPress'],
  }) as const;
