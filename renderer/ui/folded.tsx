import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import './folded.css';
import { useAfterPaint } from './use-after-paint';

/** Detail that most people do not need, one press away. While it is closed, what is within is drawn last. */
export function Folded({ title, summary, children, startsOpen = false, open, level = 3 }: {
  title: string; summary?: string; children: ReactNode; startsOpen?: boolean;
  /** For a caller who opens it by itself, as when something in it is amiss. */
  open?: { readonly is: boolean; readonly set: (isOpen: boolean) => void };
  /** Of its heading: one below what it stands under. */
  level?: 2 | 3 | 4;
}) {
  const isDrawn = useAfterPaint();
  return (
    <Disclosure className="folded" {...(open ? { isExpanded: open.is, onExpandedChange: open.set } : { defaultExpanded: startsOpen })}>
      {({ isExpanded }) => (
        <>
          <Heading level={level} className="folded-heading">
            <Button slot="trigger" className="folded-button"><ChevronRight size="1em" aria-hidden className="folded-arrow" /><span className="folded-words"><span>{title}</span>{summary && <span className="folded-summary">{summary}</span>}</span></Button>
          </Heading>
          <DisclosurePanel className="folded-panel">{(isExpanded || isDrawn) && children}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
