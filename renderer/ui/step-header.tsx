import { useEffect, useRef } from 'react';
import './page.css';

/** The top of one step among several that take each other's place: it comes into sight, and the keyboard to its heading, for the page may be scrolled down to the button of the step before. */
export function StepHeader({ title }: { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return <header className="page-header"><div className="page-header-line"><h1 ref={heading} tabIndex={-1}>{title}</h1></div></header>;
}
