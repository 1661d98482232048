import { useEffect, useRef } from 'react';
import './page.css';

/**
 * The top of one step among several that take each other's place in a page: the page comes to its top, for it may be scrolled down to the button of the
 * step before, and the keyboard to this heading.
 */
export function StepHeader({ title, isForm = false }: { readonly title: string; /** The keyboard goes to the form's first field, by that field's own doing. */ readonly isForm?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.closest('.page')?.scrollTo({ top: 0 });
    if (!isForm) heading.current?.focus({ preventScroll: true });
  }, [title, isForm]);
  return <header className="page-header"><div className="page-header-line"><h1 ref={heading} tabIndex={-1}>{title}</h1></div></header>;
}
