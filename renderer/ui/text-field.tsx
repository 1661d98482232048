import type { ReactNode, Ref } from 'react';
import { Input, Label, Text, TextArea as AriaTextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { FieldError } from './field-error';
import './field.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  /** Of what it is, where many fields have the same label: read out with the label, not drawn. */
  of?: string;
  /** Plain advice under the label. */
  hint?: ReactNode;
  /** What is amiss, in words, beside the field. */
  error?: string | null;
  placeholder?: string;
  /** Something small at the end of the line, such as Show. */
  end?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ label, of, hint, error, placeholder, end, inputRef, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className="field">
      <Label className="field-label">{label}{of && <span className="visually-hidden">: {of}</span>}</Label>
      {hint && <Text slot="description" className="field-hint">{hint}</Text>}
      <div className="input-with-end">
        <Input ref={inputRef} className="input" dir="auto" placeholder={placeholder} spellCheck={false} />
        {end}
      </div>
      <FieldError text={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  placeholder?: string;
  /** `account`: her own words, in the serif. */
  look?: 'plain' | 'account';
  /** The label is read out but not drawn. */
  hideLabel?: boolean;
  areaRef?: Ref<HTMLTextAreaElement>;
}

/** Grows with what is written in it. */
export function TextArea({ label, hint, error, placeholder, look = 'plain', hideLabel = false, areaRef, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className="field">
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {hint && <Text slot="description" className="field-hint">{hint}</Text>}
      <AriaTextArea ref={areaRef} className={`input input-area${look === 'account' ? ' input-account' : ''}`} dir="auto" placeholder={placeholder} spellCheck={false} />
      <FieldError text={error} />
    </AriaTextField>
  );
}
