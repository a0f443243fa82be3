import { parseArgs } from 'node:util';
import { append, appendOne, growthAppend } from './append.ts';
import { bom } from './bom.ts';
import { growthBookingCold, growthBookingHot } from './booking.ts';
import { calendar } from './calendar.ts';
import { command } from './command.ts';
import { impact } from './impact.ts';
import { mates } from './mates.ts';
import { replay } from './replay.ts';
import { type Bench, compose } from './result.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { solids } from './solids.ts';
import { timeline } from './timeline.ts';
import { trace } from './trace.ts';
import { viewer } from './viewer.ts';

const benches: Bench[] = [
  append,
  appendOne,
  command,
  replay,
  rules,
  calendar,
  bom,
  search,
  mates,
  solids,
  trace,
  impact,
  viewer,
  timeline,
  compose('growth', 'largest', {
    append: growthAppend,
    bookingHot: growthBookingHot,
    bookingCold: growthBookingCold,
  }),
];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = benches.filter((bench) => values.only === undefined || bench.name === values.only);
if (chosen.length === 0) {
  console.error(`There is no bench "${values.only}", but ${benches.map((bench) => bench.name).join(', ')}.`);
  process.exit(2);
}
for (const bench of chosen) console.log(JSON.stringify(await bench.run()));
