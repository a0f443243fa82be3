import {
  IconArrowsMaximize,
  IconArrowsSplit,
  IconBox,
  IconDimensions,
  IconEye,
  IconEyeOff,
  IconFocus,
  IconGhost,
  IconHelp,
  IconPalette,
  IconPerspective,
  IconRulerMeasure,
  IconSlice,
} from '@tabler/icons-preact';
import type { ComponentChildren } from 'preact';
import { t } from '../catalogue/designTexts.ts';
import { Chips } from '../ui/chips.tsx';
import {
  flipExplosion,
  flipMeasuring,
  flipSection,
  ghostSelected,
  hideSelected,
  isolateSelected,
  sectionAcross,
  showAll,
} from './acts.ts';
import type { Viewer } from './viewer.ts';
import { COLOURINGS, STANDARD_VIEWS } from './viewState.ts';

interface ToolProps {
  icon: ComponentChildren;
  text: string;
  onPress: () => void;
  pressed?: boolean;
  off?: boolean;
}

function Tool({ icon, text, onPress, pressed, off }: ToolProps) {
  return (
    <button
      type="button"
      class="view-tool"
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      {icon}
      {text}
    </button>
  );
}

export interface ViewToolsProps {
  viewer: Viewer;
  hasSteps: boolean;
  colouring: boolean;
  onColouring: () => void;
  onHelp: () => void;
}

/** All that a hand can do with the model, and what belongs to what is switched on. */
export function ViewTools({ viewer, hasSteps, colouring, onColouring, onHelp }: ViewToolsProps) {
  const words = t.viewer;
  const none = viewer.selected.value.length === 0;
  const away =
    viewer.hidden.value.length > 0 || viewer.ghosted.value.length > 0 || viewer.isolated.value !== null;
  const flip = (signal: Viewer['edges']) => () => {
    signal.value = !signal.peek();
  };
  return (
    <>
      <div class="view-tools" role="toolbar" aria-label={words.tools}>
        <Tool
          icon={<IconArrowsMaximize aria-hidden="true" />}
          text={words.fit}
          onPress={() => viewer.fit()}
        />
        <Tool
          icon={<IconArrowsSplit aria-hidden="true" />}
          text={words.explode}
          pressed={viewer.explosion.value.amount > 0}
          onPress={() => flipExplosion(viewer)}
        />
        <Tool
          icon={<IconSlice aria-hidden="true" />}
          text={words.section}
          pressed={viewer.section.value !== null}
          onPress={() => flipSection(viewer)}
        />
        <Tool
          icon={<IconRulerMeasure aria-hidden="true" />}
          text={words.measure}
          pressed={viewer.measuring.value}
          onPress={() => flipMeasuring(viewer)}
        />
        <Tool
          icon={<IconEyeOff aria-hidden="true" />}
          text={words.hide}
          off={none}
          onPress={() => hideSelected(viewer)}
        />
        <Tool
          icon={<IconFocus aria-hidden="true" />}
          text={words.isolate}
          off={none && viewer.isolated.value === null}
          pressed={viewer.isolated.value !== null}
          onPress={() => isolateSelected(viewer)}
        />
        <Tool
          icon={<IconGhost aria-hidden="true" />}
          text={words.ghost}
          off={none}
          onPress={() => ghostSelected(viewer)}
        />
        <Tool
          icon={<IconEye aria-hidden="true" />}
          text={words.showAll}
          off={!away}
          onPress={() => showAll(viewer)}
        />
        <Tool
          icon={<IconDimensions aria-hidden="true" />}
          text={words.dimensions}
          pressed={viewer.dimensions.value}
          onPress={flip(viewer.dimensions)}
        />
        <Tool
          icon={<IconPalette aria-hidden="true" />}
          text={words.colours}
          pressed={colouring}
          onPress={onColouring}
        />
        <Tool
          icon={<IconBox aria-hidden="true" />}
          text={words.edges}
          pressed={viewer.edges.value}
          onPress={flip(viewer.edges)}
        />
        <Tool
          icon={<IconPerspective aria-hidden="true" />}
          text={words.flat}
          pressed={viewer.orthographic.value}
          onPress={flip(viewer.orthographic)}
        />
        <Tool icon={<IconHelp aria-hidden="true" />} text={words.help} onPress={onHelp} />
      </div>
      <div class="view-sides" role="toolbar" aria-label={words.seenFrom}>
        {STANDARD_VIEWS.map((view) => (
          <Tool key={view} icon={null} text={words.views[view]} onPress={() => viewer.view(view)} />
        ))}
      </div>
      {viewer.explosion.value.amount > 0 && <Apart viewer={viewer} hasSteps={hasSteps} />}
      {viewer.section.value && <Cut viewer={viewer} />}
      {colouring && (
        <Chips
          label={words.colourBy}
          value={viewer.colourBy.value}
          options={COLOURINGS.map((value) => ({ value, label: words.colourings[value] }))}
          onValue={(value) => {
            viewer.colourBy.value = value;
          }}
        />
      )}
    </>
  );
}

function Slider({
  label,
  value,
  onValue,
}: {
  label: string;
  value: number;
  onValue: (value: number) => void;
}) {
  return (
    <label class="view-slider">
      {label}
      <input
        type="range"
        min={0}
        max={1}
        step={0.005}
        value={value}
        onInput={({ currentTarget }) => onValue(Number(currentTarget.value))}
      />
    </label>
  );
}

function Apart({ viewer, hasSteps }: { viewer: Viewer; hasSteps: boolean }) {
  const { amount, by } = viewer.explosion.value;
  const words = t.viewer;
  return (
    <div class="view-panel">
      <Slider
        label={words.away}
        value={amount}
        onValue={(next) => {
          // The panel stays while the slider is in somebody's hand.
          viewer.explosion.value = { by, amount: Math.max(0.005, next) };
        }}
      />
      {hasSteps && (
        <Chips
          label={words.by}
          value={by}
          options={[
            { value: 'level', label: words.byLevel },
            { value: 'step', label: words.byStep },
          ]}
          onValue={(next) => {
            viewer.explosion.value = { amount, by: next };
          }}
        />
      )}
    </div>
  );
}

function Cut({ viewer }: { viewer: Viewer }) {
  const section = viewer.section.value;
  const words = t.viewer;
  if (!section) return null;
  return (
    <div class="view-panel">
      <Slider
        label={words.cutAt}
        value={section.at}
        onValue={(at) => {
          viewer.section.value = { ...section, at };
        }}
      />
      <Chips
        label={words.across}
        value={section.axis}
        options={(['x', 'y', 'z'] as const).map((value) => ({ value, label: words.axes[value] }))}
        onValue={(axis) => {
          viewer.section.value = sectionAcross(axis, viewer.eye.peek(), section.at);
        }}
      />
      <Tool
        icon={null}
        text={words.otherSide}
        pressed={section.flipped}
        onPress={() => {
          viewer.section.value = { ...section, flipped: !section.flipped };
        }}
      />
    </div>
  );
}
