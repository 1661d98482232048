import { Section } from '../../ui/page';

/** Her words under a heading, as they are read; nothing when nothing was written. */
export function SaidSection({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return <Section title={title}><p className="account-small" dir="auto">{text}</p></Section>;
}
