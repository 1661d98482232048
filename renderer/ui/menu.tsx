import type { LucideIcon } from 'lucide-react';
import { ChevronDown } from 'lucide-react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { messages } from '../../shared/messages/en-gb';
import { Button, type ButtonProps } from './button';
import './popover.css';

export interface MenuAction { id: string; label: string; icon?: LucideIcon; onAction: () => void; isDisabled?: boolean; loses?: boolean }

/** A button that opens a short list of things to do. */
export function Menu({ label = messages.ui.moreOptions, actions, tone = 'plain' }: { label?: string; actions: readonly MenuAction[]; tone?: ButtonProps['tone'] }) {
  return (
    <MenuTrigger>
      <Button tone={tone} icon={ChevronDown}>{label}</Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaMenu className="popover-list" aria-label={label}>
          {actions.map(({ id, label: text, icon: Icon, onAction, isDisabled, loses }) => (
            <MenuItem key={id} id={id} textValue={text} onAction={onAction} isDisabled={isDisabled} className={`popover-item menu-item${loses ? ' menu-item-loss' : ''}`}>
              {Icon && <Icon size="1.125em" strokeWidth={1.75} aria-hidden />}{text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
