import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Esc, or a press outside where `closesOutside`. Nothing is lost by it. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the primary one first. */
  actions?: ReactNode;
  /** `whole`: as much of the window as there is, for pages to be looked at. */
  width?: 'narrow' | 'wide' | 'whole';
  closesOutside?: boolean;
}

/** Rare: only where something must be decided before going on. The quick exit stays above it. */
export function Dialog({ title, isOpen, onClose, children, actions, width = 'narrow', closesOutside = false }: DialogProps) {
  return (
    <ModalOverlay className="dialog-veil" isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable={closesOutside}>
      <Modal className={`dialog-frame dialog-${width}`}>
        <AriaDialog className="dialog">
          <Heading slot="title" level={2}>{title}</Heading>
          <div className="dialog-body">{children}</div>
          {actions && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
