/** Millimetres. A block is 12 × 6 × 4 to 6 in; what else the press is made of is chosen. */
export interface Press {
  /** Along y, along x, up. */
  blockLength: number;
  blockWidth: number;
  blockHeight: number;
  /** Of the table that the drawer slides on, above the ground. */
  table: number;
}

export const PRESS = {
  leg: 76.2,
  beam: 101.6,
  wall: 6.35,
  liner: 15,
  side: 25.4,
  /** How far the legs stand from the middle, along x. */
  reach: 300,
  /** From the legs to the beam that the drawer's cylinder hangs on. */
  arm: 560,
  tableThickness: 12.7,
  foot: 25.4,
  lug: 19.05,
  mainPin: 38.1,
  /** Thickness of the eyes of both cylinders, with a bit of room: one and a half pins. */
  mainEye: 60,
  drawerPin: 25.4,
  drawerEye: 41,
  /** Height of the drawer, and of its cylinder above the table. */
  drawer: 110,
  drawerAxis: 55,
  drawerClearance: 1.5,
  sideAbove: 130,
} as const;

/** How much loose soil is higher than the block it becomes: chosen. */
const LOOSE = 1.7;

export function pressSizes({ blockLength, blockHeight, table }: Press) {
  const channel = blockLength / 2 + PRESS.liner;
  const chamber = LOOSE * blockHeight + PRESS.foot;
  return {
    /** Half the room between the side walls. */
    channel,
    /** Where the legs stand, along y. */
    stand: channel + PRESS.side + PRESS.leg / 2,
    /** How far the walls of the chamber go down from the table. */
    chamber,
    /** The press foot's upper face when it is all the way down. */
    footTop: table - LOOSE * blockHeight,
    top: table + PRESS.sideAbove,
  };
}
