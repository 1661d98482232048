import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** `primary`: the one thing to do on this screen. `plain`: any other. `quiet`: without an edge. `loss`: erases. */
  tone?: 'primary' | 'plain' | 'quiet' | 'loss';
  /** Always beside a word, never alone. */
  icon?: LucideIcon;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ tone = 'plain', icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${tone}`}>
      {Icon && <Icon size="1.125em" strokeWidth={1.75} aria-hidden />}
      <span>{children}</span>
    </AriaButton>
  );
}
