import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps, Label, Radio, RadioGroup as AriaRadioGroup, Text } from 'react-aria-components';
import { FieldError } from './field-error';
import './field.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ children, hint, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="choice">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="choice-box" aria-hidden>
            {isIndeterminate ? <Minus size="1em" strokeWidth={3} /> : isSelected ? <Check size="1em" strokeWidth={3} /> : null}
          </span>
          <span className="choice-text"><span>{children}</span>{hint && <span className="field-hint">{hint}</span>}</span>
        </>
      )}
    </AriaCheckbox>
  );
}

export interface RadioOption<V extends string> { value: V; label: string; hint?: string }
export interface RadioGroupProps<V extends string> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  options: readonly RadioOption<V>[];
  value: V | null;
  onChange: (value: V) => void;
  /** Side by side where there is room. */
  across?: boolean;
}

export function RadioGroup<V extends string>({ label, hint, error, options, value, onChange, across = false }: RadioGroupProps<V>) {
  return (
    <AriaRadioGroup className="field" value={value} onChange={(chosen) => onChange(chosen as V)} isInvalid={Boolean(error)} validationBehavior="aria">
      <Label className="field-label">{label}</Label>
      {hint && <Text slot="description" className="field-hint">{hint}</Text>}
      <div className={`choices${across ? ' choices-across' : ''}`}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice">
            <span className="choice-box choice-round" aria-hidden />
            <span className="choice-text"><span>{option.label}</span>{option.hint && <span className="field-hint">{option.hint}</span>}</span>
          </Radio>
        ))}
      </div>
      <FieldError text={error} />
    </AriaRadioGroup>
  );
}
