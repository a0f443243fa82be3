export interface LegendLine {
  look: string;
  word: string;
}

/** What each kind of line means. */
export function Legend({ label, lines }: { label: string; lines: readonly LegendLine[] }) {
  return (
    <ul class="graph-legend" aria-label={label}>
      {lines.map(({ look, word }) => (
        <li key={look}>
          <svg width="44" height="12" aria-hidden="true">
            <path class="graph-edge" data-look={look} d="M1 6H43" />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
