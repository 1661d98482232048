import type { ReactNode } from 'react';
import { useAfterPaint } from './use-after-paint';

/** What stands below what is in sight at first: drawn as soon as that is painted. */
export function Later({ children }: { readonly children: ReactNode }) {
  return useAfterPaint() ? children : null;
}
