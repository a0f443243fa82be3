import { BOX } from './fixtures.ts';

/** Writes a STEP file, entity by entity. */
export class StepFile {
  #last = 0;
  readonly #lines: string[] = [];
  readonly #context: string;
  readonly #product: string;

  constructor(inInches = false) {
    const metric = this.add('(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.))');
    const mm = inInches ? this.#inch(metric) : metric;
    const radian = this.add('(NAMED_UNIT(*)PLANE_ANGLE_UNIT()SI_UNIT($,.RADIAN.))');
    const steradian = this.add('(NAMED_UNIT(*)SI_UNIT($,.STERADIAN.)SOLID_ANGLE_UNIT())');
    const near = this.add(`UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE(1.E-07),${mm},'near','')`);
    this.#context = this.add(
      `(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT((${near}))GLOBAL_UNIT_ASSIGNED_CONTEXT((${mm},${radian},${steradian}))REPRESENTATION_CONTEXT('',''))`,
    );
    const application = this.add("APPLICATION_CONTEXT('automotive design')");
    this.add(`APPLICATION_PROTOCOL_DEFINITION('','automotive_design',2000,${application})`);
    this.#product = this.add(`PRODUCT_CONTEXT('',${application},'mechanical')`);
  }

  #inch(metric: string): string {
    const size = this.add('DIMENSIONAL_EXPONENTS(1.,0.,0.,0.,0.,0.,0.)');
    const measure = this.add(`LENGTH_MEASURE_WITH_UNIT(LENGTH_MEASURE(25.4),${metric})`);
    return this.add(`(CONVERSION_BASED_UNIT('INCH',${measure})LENGTH_UNIT()NAMED_UNIT(${size}))`);
  }

  add(entity: string): string {
    this.#last += 1;
    this.#lines.push(`#${this.#last}=${entity};`);
    return `#${this.#last}`;
  }

  point = (place: readonly number[]) => this.add(`CARTESIAN_POINT('',(${place.map(real).join(',')}))`);
  direction = (way: readonly number[]) => this.add(`DIRECTION('',(${way.map(real).join(',')}))`);
  axes = (place: readonly number[], z = [0, 0, 1], x = [1, 0, 0]) =>
    this.add(`AXIS2_PLACEMENT_3D('',${this.point(place)},${this.direction(z)},${this.direction(x)})`);

  /** A product with its shape. @returns what assemblies refer to. */
  product(name: string, items: readonly string[], type = 'SHAPE_REPRESENTATION') {
    const product = this.add(`PRODUCT('${name}','${name}','',(${this.#product}))`);
    const formation = this.add(`PRODUCT_DEFINITION_FORMATION('','',${product})`);
    const view = this.add(`PRODUCT_DEFINITION_CONTEXT('part definition',${this.#product},'design')`);
    const definition = this.add(`PRODUCT_DEFINITION('design','',${formation},${view})`);
    const shape = this.add(`PRODUCT_DEFINITION_SHAPE('','',${definition})`);
    const representation = this.add(`${type}('',(${items.join(',')}),${this.#context})`);
    this.add(`SHAPE_DEFINITION_REPRESENTATION(${shape},${representation})`);
    return { definition, representation };
  }

  box(name: string) {
    const points = BOX.corners.map((corner) => ({
      corner,
      vertex: this.add(`VERTEX_POINT('',${this.point(corner)})`),
    }));
    const edges = new Map<string, string>();
    const edge = (from: number, to: number): string => {
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      const [one, other] = [points[low], points[high]];
      const way = [0, 1, 2].map((axis) => (other?.corner[axis] ?? 0) - (one?.corner[axis] ?? 0));
      const length = Math.hypot(...way);
      const key = `${low} ${high}`;
      if (!edges.has(key)) {
        const vector = this.add(
          `VECTOR('',${this.direction(way.map((each) => each / length))},${real(length)})`,
        );
        const line = this.add(`LINE('',${this.point(one?.corner ?? [])},${vector})`);
        edges.set(key, this.add(`EDGE_CURVE('',${one?.vertex},${other?.vertex},${line},.T.)`));
      }
      return this.add(`ORIENTED_EDGE('',*,*,${edges.get(key)},${from === low ? '.T.' : '.F.'})`);
    };
    const faces = BOX.quads.map((quad) => {
      const [a = [], b = [], , d = []] = quad.map((corner) => BOX.corners[corner] ?? []);
      const [u, v] = [b, d].map((to) => to.map((value, axis) => value - (a[axis] ?? 0))) as [
        number[],
        number[],
      ];
      const z = [1, 2, 0].map((one, axis) => {
        const other = (axis + 2) % 3;
        return (u[one] ?? 0) * (v[other] ?? 0) - (u[other] ?? 0) * (v[one] ?? 0);
      });
      const loop = this.add(
        `EDGE_LOOP('',(${quad.map((from, at) => edge(from, quad[(at + 1) % 4] ?? 0)).join(',')}))`,
      );
      const plane = this.add(`PLANE('',${this.axes(a, z.map(Math.sign), u.map(Math.sign))})`);
      return this.add(`ADVANCED_FACE('',(${this.add(`FACE_OUTER_BOUND('',${loop},.T.)`)}),${plane},.T.)`);
    });
    const solid = this.add(
      `MANIFOLD_SOLID_BREP('SOLID',${this.add(`CLOSED_SHELL('',(${faces.join(',')}))`)})`,
    );
    return this.product(name, [this.axes([0, 0, 0]), solid], 'ADVANCED_BREP_SHAPE_REPRESENTATION');
  }

  /** Puts a part into a whole, at a place. */
  put(
    whole: ReturnType<StepFile['product']>,
    part: ReturnType<StepFile['product']>,
    place: readonly number[],
    x = [1, 0, 0],
  ) {
    const usage = this.add(
      `NEXT_ASSEMBLY_USAGE_OCCURRENCE('u','','',${whole.definition},${part.definition},$)`,
    );
    const shape = this.add(`PRODUCT_DEFINITION_SHAPE('','',${usage})`);
    const moved = this.add(
      `ITEM_DEFINED_TRANSFORMATION('','',${this.axes([0, 0, 0])},${this.axes(place, [0, 0, 1], x)})`,
    );
    const relation = this.add(
      `(REPRESENTATION_RELATIONSHIP('','',${part.representation},${whole.representation})REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION(${moved})SHAPE_REPRESENTATION_RELATIONSHIP())`,
    );
    this.add(`CONTEXT_DEPENDENT_SHAPE_REPRESENTATION(${relation},${shape})`);
  }

  text = () =>
    `ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('','',(''),(''),'','','');\nFILE_SCHEMA(('AUTOMOTIVE_DESIGN'));\nENDSEC;\nDATA;\n${this.#lines.join('\n')}\nENDSEC;\nEND-ISO-10303-21;\n`;
}

const real = (value: number): string => (Number.isInteger(value) ? `${value}.` : `${value}`);

/** Two frames of two boxes each, and one box beside them: five solids of one shape. */
export function stepAssembly(inInches = false): string {
  const file = new StepFile(inInches);
  const box = file.box('Box');
  const frame = file.product('Frame', [file.axes([0, 0, 0])]);
  const whole = file.product('Machine', [file.axes([0, 0, 0])]);
  file.put(frame, box, [0, 0, 0]);
  file.put(frame, box, [50, 0, 0], [0, 1, 0]);
  file.put(whole, frame, [0, 0, 0]);
  file.put(whole, frame, [0, 200, 0], [-1, 0, 0]);
  file.put(whole, box, [0, 0, 100]);
  return file.text();
}
