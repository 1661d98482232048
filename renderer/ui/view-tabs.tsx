import type { ReactNode } from 'react';
import './view-tabs.css';

export interface ViewTab<V extends string> { view: V; label: string }

/** The pages of one place, above them; a navigation, so that each is reached like a place. The page below fills what is left. */
export function ViewTabs<V extends string>({ label, tabs, here, onGo, children }: { label: string; tabs: readonly ViewTab<V>[]; here: V; onGo: (view: V) => void; children: ReactNode }) {
  return (
    <div className="view-tabs-place">
      <nav className="view-tabs" aria-label={label}>
        {tabs.map(({ view, label: name }) => <button key={view} type="button" className="view-tab" aria-current={view === here ? 'page' : undefined} onClick={() => onGo(view)}>{name}</button>)}
      </nav>
      <div className="view-tabs-page">{children}</div>
    </div>
  );
}
