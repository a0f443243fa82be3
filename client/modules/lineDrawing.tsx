import './lineDrawing.css';
import { useEffect, useRef } from 'preact/hooks';

/** A drawing as the text of an SVG, drawn in the page's own ink; it brings its own title. */
export function LineDrawing({ svg }: { svg: string }) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    // What cannot be read as an SVG is an error page of the browser: nothing is better than that.
    if (drawn instanceof SVGElement) sheet.current?.replaceChildren(document.importNode(drawn, true));
  }, [svg]);
  return <div class="module-lines" ref={sheet} />;
}
