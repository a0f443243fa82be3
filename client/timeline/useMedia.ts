import { useEffect, useState } from 'preact/hooks';

/** Whether a media query holds, kept up to date. */
export const useMedia = (query: string): boolean => {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const change = () => setHolds(media.matches);
    change();
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, [query]);
  return holds;
};

/** Narrower than this a timeline has no room: days are lists. */
export const NARROW = '(max-width: 599.98px)';
export const COARSE = '(pointer: coarse)';
