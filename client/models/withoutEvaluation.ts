/**
 * The reader of solids was built to write small functions as text and to have them evaluated, which the page's content
 * security policy forbids. There are two kinds of them, each with names of parameters that tell what belongs where: here
 * they are put together from their parts in place of being evaluated (occt-import-js 0.0.23, Emscripten's embind).
 */
function Maker(...texts: string[]): (...values: unknown[]) => unknown {
  const body = texts.at(-1) ?? '';
  const names = texts.slice(0, -1);
  return (...values) => {
    const named = new Map(names.map((name, index) => [name, values[index]]));
    if (names[0] === 'humanName') return invoker(named, body);
    if (names[0] === 'retType') return methodCaller(named, body);
    throw new EvalError('Only what the reader of solids writes is put together here.');
  };
}
// It is asked whether something is a function by this.
Object.defineProperty(Maker, Symbol.hasInstance, { value: (each: unknown) => typeof each === 'function' });

type Named = ReadonlyMap<string, unknown>;

/** Calls into the solids' own memory: each value on its way there, and the answer on its way back. */
function invoker(named: Named, body: string) {
  const types = argumentTypes(named);
  const isMethod = body.includes("classParam['toWireType']");
  const keepsAll = body.includes('var destructors = []');
  const returns = body.includes("retType['fromWireType']");
  return function (this: unknown, ...values: unknown[]): unknown {
    const destructors = keepsAll ? [] : null;
    const wired = new Map<string, unknown>();
    if (isMethod) wired.set('thisWired', method(named.get('classParam'), 'toWireType', [destructors, this]));
    for (const [index, type] of types.entries())
      wired.set(`arg${index}Wired`, method(type, 'toWireType', [destructors, values[index]]));
    const told = call(named.get('invoker'), undefined, [named.get('fn'), ...wired.values()]);
    if (keepsAll) call(named.get('runDestructors'), undefined, [destructors]);
    else {
      for (const [name, value] of wired) {
        const destructor = named.get(`${name}_dtor`);
        if (destructor !== undefined) call(destructor, undefined, [value]);
      }
    }
    return returns ? method(named.get('retType'), 'fromWireType', [told]) : undefined;
  };
}

/** Calls out of the solids' memory: a method of an object, or one that makes an object. */
function methodCaller(named: Named, body: string) {
  const types = argumentTypes(named);
  const makes = body.includes('new func');
  return (object: unknown, func: unknown, destructors: unknown, place: number): unknown => {
    let offset = 0;
    const values = types.map((type) => {
      const value = method(type, 'readValueFromPointer', [place + offset]);
      offset += Number(Reflect.get(Object(type), 'argPackAdvance'));
      return value;
    });
    const told = makes ? made(func, values) : call(func, object, values);
    const give = named.get('emval_returnValue');
    return give === undefined ? undefined : call(give, undefined, [named.get('retType'), destructors, told]);
  };
}

const argumentTypes = (named: Named): unknown[] =>
  [...named].filter(([name]) => /^argType\d+$/.test(name)).map(([, type]) => type);

function call(func: unknown, self: unknown, values: unknown[]): unknown {
  if (typeof func !== 'function') throw new TypeError('Not a function.');
  return Reflect.apply(func, self, values);
}

function made(func: unknown, values: unknown[]): unknown {
  if (typeof func !== 'function') throw new TypeError('Not a function.');
  return Reflect.construct(func, values);
}

const method = (object: unknown, name: string, values: unknown[]): unknown =>
  call(Reflect.get(Object(object), name), object, values);

let lent = 0;
let own: unknown = null;

/** Puts what makes functions without evaluating text in place of what evaluates. @returns what puts it back. */
export function lendFunctionMaker(): () => void {
  if (lent === 0) {
    own = Reflect.get(globalThis, 'Function');
    Reflect.set(globalThis, 'Function', Maker);
  }
  lent += 1;
  let isBack = false;
  return () => {
    if (isBack) return;
    isBack = true;
    lent -= 1;
    if (lent === 0) Reflect.set(globalThis, 'Function', own);
  };
}

/** A function that is run with the maker in its place. */
export function withoutEvaluation<Values extends unknown[], Told>(
  work: (...values: Values) => Told,
): (...values: Values) => Told {
  return (...values) => {
    const giveBack = lendFunctionMaker();
    try {
      return work(...values);
    } finally {
      giveBack();
    }
  };
}
