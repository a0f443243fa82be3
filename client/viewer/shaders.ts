/**
 * One shader draws faces and the lines on them. Instances carry where they stand (three rows of a matrix), how far they
 * are apart (`offset`, its fourth number -1 where mirrored), their colour, and what holds for them (`state`: hidden,
 * ghosted, selected, hovered). Lines are as wide as pixels say, and lie a little nearer than their faces.
 */
export const VERTEX = /* glsl */ `
uniform mat4 projectionMatrix;
uniform mat4 viewMatrix;
uniform vec3 cameraPosition;
uniform vec3 forward;
uniform vec2 viewport;
uniform float perspective;
uniform float lineWidth;
uniform float pixelSize;
uniform float partRadius;
uniform float capped;
uniform float tinted;
uniform vec4 section;
in vec3 position;
in vec3 end;
in vec4 kind;
in vec4 normalOne;
in vec4 normalOther;
in vec4 tint;
in vec4 shading;
in vec4 rowX;
in vec4 rowY;
in vec4 rowZ;
in vec4 offset;
in vec4 colour;
in vec4 state;
out vec3 inView;
/* Of points at the rim too within the triangle: else what is cut away leaves specks. */
centroid out vec3 inWorld;
flat out vec3 base;
flat out vec4 marks;
flat out vec2 about;
out vec3 corner;
out vec3 curved;

vec3 placed(vec3 point) {
  vec4 p = vec4(point, 1.0);
  return vec3(dot(rowX, p), dot(rowY, p), dot(rowZ, p)) + offset.xyz;
}
vec3 turned(vec3 normal) {
  return vec3(dot(rowX.xyz, normal), dot(rowY.xyz, normal), dot(rowZ.xyz, normal));
}
/* A bit towards the eye: lines must not drown in their faces. */
vec3 nearer(vec3 view) {
  return perspective > 0.5 ? view * (1.0 - 1.1 * pixelSize) : view + vec3(0.0, 0.0, 1.1 * pixelSize);
}

void main() {
  base = colour.rgb;
  corner = tinted > 0.5 ? tint.rgb : vec3(1.0);
  marks = state;
  about = vec2(kind.x, offset.w);
  curved = mat3(viewMatrix) * turned(shading.xyz);
  vec3 world = placed(position);
  vec4 view = viewMatrix * vec4(world, 1.0);
  inWorld = world;
  inView = view.xyz;
  if (state.x > 0.5) {
    gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
    return;
  }
  if (kind.x < 0.5) {
    gl_Position = projectionMatrix * view;
    return;
  }
  vec3 sight = perspective > 0.5 ? world - cameraPosition : forward;
  float one = dot(turned(normalOne.xyz), sight);
  float other = dot(turned(normalOther.xyz), sight);
  bool outline = kind.x > 1.5;
  bool away = capped > 0.5 && one > 0.0 && other > 0.0;
  if (away || (outline && one * other > 0.0)) {
    gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
    return;
  }
  vec3 from = nearer(view.xyz);
  vec3 to = nearer((viewMatrix * vec4(placed(end), 1.0)).xyz);
  vec4 a = projectionMatrix * vec4(from, 1.0);
  vec4 b = projectionMatrix * vec4(to, 1.0);
  /* An end behind the eye is brought before it, along the line. */
  if (a.w <= 0.001 && b.w > 0.001) a = mix(a, b, (0.001 - a.w) / (b.w - a.w));
  else if (b.w <= 0.001 && a.w > 0.001) b = mix(b, a, (0.001 - b.w) / (a.w - b.w));
  vec2 along = (b.xy / b.w - a.xy / a.w) * viewport;
  float far = length(along);
  vec2 way = far > 0.0001 ? along / far : vec2(1.0, 0.0);
  float shown = partRadius / max(perspective > 0.5 ? pixelSize * -view.z : pixelSize, 0.000001);
  float strength = clamp(shown / 24.0, 0.3, 1.0);
  float width = lineWidth * (state.z > 0.5 ? 2.4 : 1.0) * max(strength, 0.6);
  vec2 aside = vec2(-way.y, way.x) * kind.y * width;
  gl_Position = a;
  gl_Position.xy += aside / viewport * a.w;
  about.x = strength;
  /* Edges in a section plane go with the face that lies in it. */
  float side = dot(section.xyz, turned(normalOne.xyz) + turned(normalOther.xyz));
  about.y = side < 0.0 ? -1.0 : 1.0;
}
`;

/** What is cut, and where it is cut away. */
const CUT = /* glsl */ `
vec3 chosen(vec3 skin, float selected, float hovered) {
  if (selected > 0.5) skin = mix(skin, accent, 0.45);
  if (hovered > 0.5) skin = mix(skin, accent, 0.22);
  return skin;
}
vec3 hatched(vec3 skin, float side) {
  float stripe = mod(gl_FragCoord.x + side * gl_FragCoord.y, 9.0 * lineScale);
  return stripe < 1.4 * lineScale ? mix(skin, ink, 0.75) : mix(skin, paper, 0.35);
}
`;

export const FRAGMENT = /* glsl */ `
precision highp float;
uniform mat4 viewMatrix;
uniform vec3 ink;
uniform vec3 accent;
uniform vec3 paper;
uniform vec4 section;
uniform vec2 sectionSkin;
uniform float capped;
uniform float shaded;
uniform float hatchSide;
uniform float lineScale;
uniform float shadeRange;
in vec3 inView;
centroid in vec3 inWorld;
flat in vec3 base;
flat in vec4 marks;
flat in vec2 about;
in vec3 corner;
in vec3 curved;
out vec4 drawn;
${CUT}
void main() {
  bool front = gl_FrontFacing == (about.y > 0.0);
  /* Of faces in the plane those stay whose thing stands behind it. */
  float rim = about.x > 0.0 ? about.y : (front ? sectionSkin.y : -sectionSkin.y);
  if (dot(section.xyz, inWorld) > section.w + rim * sectionSkin.x) discard;
  bool ghost = marks.y > 0.5;
  bool selected = marks.z > 0.5;
  if (about.x > 0.0) {
    vec3 line = mix(base, ink, about.x);
    if (ghost) line = mix(paper, ink, 0.35);
    drawn = vec4(selected ? accent : line, 1.0);
    return;
  }
  if (ghost) {
    vec2 place = mod(floor(gl_FragCoord.xy / lineScale), 4.0);
    if (place.x + place.y > 0.5 && !(place.x == 2.0 && place.y == 2.0)) discard;
  }
  vec3 skin = chosen(base * corner, marks.z, marks.w);
  /* Seen only where a cut could not be filled. */
  if (!front && capped > 0.5 && dot(section.xyz, section.xyz) > 0.0) {
    drawn = vec4(hatched(skin, hatchSide), 1.0);
    return;
  }
  vec3 normal = normalize(cross(dFdx(inView), dFdy(inView)));
  /* Which side is seen is known of the triangle alone. */
  if (shaded > 0.5 && dot(curved, curved) > 0.0001) {
    vec3 own = normalize(curved);
    normal = dot(own, normal) < 0.0 ? -own : own;
  }
  vec3 up = normalize((viewMatrix * vec4(0.0, 0.0, 1.0, 0.0)).xyz);
  float light = 0.5 * dot(normal, up) + 0.5 * dot(normal, normalize(vec3(-0.55, 0.25, 0.6)));
  drawn = vec4(clamp(skin * (1.0 - 0.5 * shadeRange + shadeRange * light), 0.0, 1.0), 1.0);
}
`;

/** What a section plane cuts, filled. `marks`: selected, hovered, on which side its hatching leans. */
export const CAP_VERTEX = /* glsl */ `
uniform mat4 projectionMatrix;
uniform mat4 viewMatrix;
in vec3 position;
in vec4 skin;
in vec4 marks;
flat out vec3 base;
flat out vec4 state;
void main() {
  base = skin.rgb;
  state = marks;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
}
`;

export const CAP_FRAGMENT = /* glsl */ `
precision highp float;
uniform vec3 ink;
uniform vec3 accent;
uniform vec3 paper;
uniform float lineScale;
flat in vec3 base;
flat in vec4 state;
out vec4 drawn;
${CUT}
void main() {
  drawn = vec4(hatched(chosen(base, state.x, state.y), state.z > 0.5 ? -1.0 : 1.0), 1.0);
}
`;
