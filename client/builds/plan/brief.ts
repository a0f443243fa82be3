import type { PlanLine, PlanOption } from '../../../shared/plans/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { moneyInWords, quantityInWords } from '../../designs/figures.ts';
import { lengthTold } from '../../measures/lengthUnits.ts';
import { numberInWords } from '../../time.ts';

const words = t.buildPlan;

/** What and where it is, in words. */
export function wayInWords(option: PlanOption): string {
  const said = words.options;
  switch (option.how) {
    case 'stock': {
      const lengths = [...new Set(option.lengths)].slice(0, 4).map(lengthTold).join(', ');
      const name = said.stock(option.name, option.shelf);
      return lengths ? `${name}, ${said.lengths(lengths)}` : name;
    }
    case 'item':
      return said.stock(
        [option.name, option.grade && t.things.grades[option.grade]].filter(Boolean).join(', '),
        option.shelf,
      );
    case 'recover':
      return said.recover(option.name, option.insideOf.name);
    case 'beingMade':
      return said.beingMade(option.name);
    case 'make':
      return option.of ? said.make(option.of.title, option.of.revision) : said.makeOwn;
    case 'atHand':
      return said.atHand;
    case 'buy':
      return option.price
        ? said.price(moneyInWords(option.price.amount, option.price.currency))
        : said.noPrice;
  }
}

/** `Hilltop, 12 km`; nothing for what has no place. */
export function whereInWords(option: PlanOption, here: string | undefined): string {
  if (!('workshop' in option) || option.workshop === null) return '';
  if (option.workshop.workshopId === here) return words.inHere;
  const { kilometres } = option;
  const far = kilometres === null ? '' : words.kilometres(numberInWords(Math.round(kilometres)));
  return words.where(option.workshop.name, far);
}

/** One way in a few words: where it lies, what it comes out of, what it costs. */
function wayInBrief(option: PlanOption, here: string | undefined): string {
  const where = whereInWords(option, here);
  switch (option.how) {
    case 'stock':
    case 'item': {
      const shelf = option.shelf && words.onShelf(option.shelf);
      const isHere = option.workshop?.workshopId === here;
      return [isHere && shelf ? '' : where, shelf].filter(Boolean).join(', ');
    }
    case 'recover':
      return [words.stillIn(option.insideOf.name), where].join(', ');
    case 'beingMade':
      return words.beingMade(option.name);
    case 'make':
      return words.toMake;
    case 'atHand':
      return words.sources.atHand;
    case 'buy':
      return option.price
        ? words.options.price(moneyInWords(option.price.amount, option.price.currency))
        : words.toBuy;
  }
}

/** A line in one: by what the plan meets it; of several ways how much comes from each. */
export function briefOf(line: PlanLine, here: string | undefined): string {
  if (line.missing <= 0) {
    const [by] = line.metBy;
    if (!by) return '';
    const from = by.cameOutOf ? words.cameOutOfBrief(by.cameOutOf.name) : '';
    return [by.substitutes ? words.insteadBy(by.name) : '', from].filter((one) => one !== '').join(', ');
  }
  const [first] = line.plan;
  const isOne = line.plan.length === 1 && line.met === 0;
  // Its group says it already.
  if (isOne && first?.how === 'make') return '';
  return line.plan
    .map((option) => {
      const brief = wayInBrief(option, here);
      return isOne ? brief : `${quantityInWords(option.quantity, line.unit)} ${brief}`;
    })
    .join(' · ');
}
