import { create } from 'qrcode';

/** One path of squares: a QR code drawn as a line drawing, without a picture and without styles. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  return { path, size: modules.size };
}

/** Black on white in both palettes: scanners need it so. The quiet zone of four squares is part of it. */
export function QrCode({ text, label, width = 220 }: { text: string; label: string; width?: number }) {
  const { path, size } = qrPath(text);
  return (
    <svg role="img" aria-label={label} width={width} height={width} viewBox={`-4 -4 ${size + 8} ${size + 8}`}>
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#ffffff" />
      <path d={path} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  );
}
