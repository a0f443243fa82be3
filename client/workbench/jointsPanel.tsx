import type { StandingInterface } from '../../shared/assemblies/assembly.ts';
import type { Mate } from '../../shared/assemblies/instances.ts';
import { t } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import type { Workbench } from './bench.ts';
import { CandidateList } from './candidateList.tsx';
import { matesAt, matesByPlace } from './candidates.ts';
import { type Place, unsnap } from './gestures/snap.ts';
import { MeetingFields } from './meetingFields.tsx';
import { faceInWords, faceName, placeName } from './names.ts';

const words = t.workbench.joints;

/** The interfaces of the chosen thing: what each is joined to, and the way to join it. */
export function JointsPanel({ bench }: { bench: Workbench }) {
  const [id, ...others] = bench.selected.value;
  const solved = bench.solved.value;
  const from = bench.joining.value;
  if (from) return <CandidateList bench={bench} from={from} />;
  const one = id === undefined || others.length > 0 ? undefined : bench.byId.value.get(id);
  if (!one) return <p class="soft">{words.one}</p>;
  if (one.interfaces.length === 0) return <p class="soft">{words.none}</p>;
  const byPlace = matesByPlace(solved.mates);
  return (
    <ul class="rows bench-joints">
      {one.interfaces.map((face) => {
        const place = { instance: one.instance.id, interface: face.id };
        return (
          <li key={face.id}>
            <Face bench={bench} place={place} face={face} mates={matesAt(byPlace, place)} />
          </li>
        );
      })}
    </ul>
  );
}

interface FaceProps {
  bench: Workbench;
  place: Place;
  face: StandingInterface;
  mates: readonly Mate[];
}

function Face({ bench, place, face, mates }: FaceProps) {
  const name = faceName(bench.byId.value.get(place.instance), face.id);
  const isOpen = mates.length === 0 || face.is.kind === 'holeGrid';
  return (
    <div class="stack bench-joint">
      <div class="entry">
        <div>
          <strong>{name}</strong>
          <p class="soft small">
            {faceInWords(face.is)}
            {mates.length === 0 && ` · ${words.free}`}
          </p>
        </div>
        {isOpen && (
          <Button
            label={words.joinNamed(name)}
            onPress={() => {
              bench.joining.value = place;
            }}
          >
            {words.join}
          </Button>
        )}
      </div>
      {mates.map((mate) => (
        <Joint key={mate.id} bench={bench} mate={mate} own={place} />
      ))}
    </div>
  );
}

interface JointProps {
  bench: Workbench;
  mate: Mate;
  own: Place;
}

/** One mate, seen from one of its ends. */
function Joint({ bench, mate, own }: JointProps) {
  const isOne = mate.one.instance === own.instance && mate.one.interface === own.interface;
  const far = isOne ? mate.other : mate.one;
  const name = placeName(bench, far);
  return (
    <div class="entry-group stack">
      <div class="entry">
        <p>{words.joinedTo(name)}</p>
        <Button
          label={words.apartFrom(name)}
          onPress={() => bench.act(unsnap(bench.solvedDraft(), [mate.id]))}
        >
          {words.apart}
        </Button>
      </div>
      {mate.kind === 'line' ? (
        <p class="soft small">{words.hose}</p>
      ) : (
        <MeetingFields bench={bench} mate={mate} />
      )}
    </div>
  );
}
