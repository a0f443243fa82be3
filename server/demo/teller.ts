import type { Actor, CommandDefinition, FreeText } from '../commands/definition.ts';
import { commandKey, derivedId, uuidv5 } from '../commands/identity.ts';
import type { CommandHandler, Outcome } from '../commands/outcome.ts';

/** A command as a member of the demo gives it. `name` is told once in the region: ids derive from it. */
export interface Telling<Command> {
  by: string;
  name: string;
  command: Command;
  texts?: FreeText[];
}

/** Gives the demo's commands through the real handler, each under an id that derives from the region's seed. */
export interface Teller {
  /** Id of something that a command makes, as the routes derive it: `idOf(memberId, name, 'booking')`. */
  idOf(by: string, name: string, what: string): string;
  /** A refusal is an answer here. */
  attempt<Command, State, Event extends { type: string; data: object }, Facts>(
    definition: CommandDefinition<Command, State, Event, Facts>,
    telling: Telling<Command>,
  ): Promise<Outcome>;
  /** @throws where the command is not accepted: then the region is written down wrongly. */
  insist<Command, State, Event extends { type: string; data: object }, Facts>(
    definition: CommandDefinition<Command, State, Event, Facts>,
    telling: Telling<Command>,
  ): Promise<void>;
}

/** @param seed a UUID. @param follow lets the reactions to what was just done take place. */
export function tellerOf(commands: CommandHandler, seed: string, follow: () => Promise<void>): Teller {
  const commandIdOf = (name: string) => uuidv5(name, seed);
  const actorOf = (memberId: string): Actor => ({ kind: 'member', memberId });
  const attempt: Teller['attempt'] = async (definition, { by, name, command, texts = [] }) => {
    const commandId = commandIdOf(name);
    const outcome = await commands.handle(definition, { command, actor: actorOf(by), commandId, texts });
    await follow();
    return outcome;
  };
  return {
    idOf: (by, name, what) => derivedId(commandKey(actorOf(by), commandIdOf(name)), what),
    attempt,
    insist: async (definition, telling) => {
      const outcome = await attempt(definition, telling);
      if (outcome.outcome === 'accepted' && outcome.seen) return;
      throw new Error(
        `The demo's "${telling.name}" was not carried out: ${JSON.stringify(outcome, noBigInt)}`,
      );
    },
  };
}

const noBigInt = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;
