import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addressOf } from '../addresses.ts';
import { me, server } from '../session.ts';
import { PageLoading } from './pageLoading.tsx';

export interface ThresholdProps {
  open: boolean;
  path: string;
  children: ComponentChildren;
}

/** Sends to founding on the first visit of a new server, and to sign in where a page asks for it. */
export function Threshold({ open, path, children }: ThresholdProps) {
  const { url, route } = useLocation();
  const target = placeInstead(open, path, url);
  useEffect(() => {
    if (target) route(target, true);
  }, [target]);
  return target ? <PageLoading /> : children;
}

function placeInstead(open: boolean, path: string, url: string): string | null {
  if (server.value?.founded === false) return path === addressOf.found ? null : addressOf.found;
  return open || me.value ? null : addressOf.signIn(url);
}
