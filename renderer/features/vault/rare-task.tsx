import type { ReactNode } from 'react';

/** Something that is rarely needed: its name, when one would want it, the button; beneath it what it asks, how far it is and how it ended. */
export function RareTask({ title, words, action, children }: { readonly title: string; readonly words: string; readonly action?: ReactNode; readonly children?: ReactNode }) {
  return (
    <li className="rare-task">
      <div className="rare-task-line">
        <div className="rare-task-words"><h3>{title}</h3><p className="quiet small">{words}</p></div>
        {action}
      </div>
      {children}
    </li>
  );
}
