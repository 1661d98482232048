import type { ReactNode } from 'react';
import './page.css';

/** The top of a place: its name, a sentence if it needs one, and at most one primary action. */
export function PageHeader({ title, description, actions, children }: { title: string; description?: ReactNode; actions?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-header">
      <div className="page-header-line">
        <h1>{title}</h1>
        {actions && <div className="row">{actions}</div>}
      </div>
      {description && <p className="quiet measure">{description}</p>}
      {children}
    </header>
  );
}

/** A page of its own that scrolls, at the reading measure. */
export function Page({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return <div className="page"><div className={`page-inner${wide ? ' page-wide' : ''}`}>{children}</div></div>;
}

/** What a place says while it holds nothing: what it is for, and the first step. */
export function EmptyState({ title, children, action, isWhole = false }: { title: string; children?: ReactNode; action?: ReactNode; /** It is the whole place, not one side of it: its title is the page's. */ isWhole?: boolean }) {
  return (
    <div className={`empty-state${isWhole || children || action ? '' : ' empty-state-side'}`}>
      {isWhole ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children && <div className="quiet measure">{children}</div>}
      {action && <div className="row">{action}</div>}
    </div>
  );
}

/** A group of things in a page under its own heading. `id`: for `goToSection`. */
export function Section({ title, description, id, children }: { title: string; description?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="section" aria-label={title} id={id}>
      <h2>{title}</h2>
      {description && <p className="quiet measure">{description}</p>}
      {children}
    </section>
  );
}

/** Brings a section of the page into sight, and the keyboard to its heading. */
export function goToSection(id: string): void {
  const heading = document.getElementById(id)?.querySelector('h2');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

/** Facts in pairs: what it is, and what it says. */
export function Facts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  return <dl className="facts">{facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
