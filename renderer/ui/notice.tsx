import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './notice.css';

const icons = { plain: Info, 'needs-you': CircleAlert, loss: TriangleAlert } as const;

export interface NoticeProps {
  /** `needs-you`: something waits for her. `loss`: data is or would be lost; nothing else is red. */
  tone?: 'plain' | 'needs-you' | 'loss';
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Words and actions side by side where there is room, over the whole width: for the top of the window, where every line counts. */
  across?: boolean;
  /** Read out at once by a screen reader when it appears. */
  announce?: boolean;
}

/** Stands in the page beside what it concerns; it never floats and never goes away by itself. */
export function Notice({ tone = 'plain', title, children, actions, across = false, announce = false }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={`notice notice-${tone}${across ? ' notice-across' : ''}`} role={announce ? (tone === 'plain' ? 'status' : 'alert') : undefined}>
      <Icon size="1.25em" strokeWidth={1.75} aria-hidden />
      <div className="notice-words">
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="row">{actions}</div>}
      </div>
    </div>
  );
}
