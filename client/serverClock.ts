/** Less than this is the time on the way, milliseconds. */
const WORTH_TELLING = 60_000;

/** How far this device's clock is ahead of the server's, milliseconds; 0 where they agree or nothing was heard yet. */
let ahead = 0;

/** Compares the clocks by what the server says of the time with each answer. */
export function hearTime({ headers }: Pick<Response, 'headers'>): void {
  const there = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(there)) return;
  const difference = Date.now() - there;
  ahead = Math.abs(difference) < WORTH_TELLING ? 0 : difference;
}

/** Now by the server's clock, milliseconds since 1970: what a device with a wrong clock writes down stands right. */
export const nowThere = (): number => Date.now() - ahead;

/** A moment of this device's clock, by the server's. */
export const asThere = (at: number): number => at - ahead;
