import { type ReactNode, useState } from 'react';
import { Folded } from '../../../ui/folded';

/** Folded away, and not asked for before it is opened: the place is long, and stands sooner without. */
export function FoldedWhenOpened({ title, summary = '', children }: { readonly title: string; readonly summary?: string; readonly children: () => ReactNode }) {
  const [is, set] = useState(false);
  return <Folded level={3} title={title} summary={summary} open={{ is, set }}>{is && children()}</Folded>;
}
