import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ComboBox as AriaComboBox, Input, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';
import { messages } from '../../shared/messages/en-gb';
import { FieldError } from './field-error';
import './field.css';
import './popover.css';

export interface Option<V extends string> { value: V; label: string; hint?: string }

export interface SelectProps<V extends string> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  options: readonly Option<V>[];
  /** null: nothing chosen yet. */
  value: V | null;
  onChange: (value: V) => void;
  placeholder?: string;
  hideLabel?: boolean;
}

function OptionItem<V extends string>({ option }: { option: Option<V> }) {
  return (
    <ListBoxItem id={option.value} textValue={option.label} className="popover-item">
      <span>{option.label}</span>
      {option.hint && <span className="field-hint">{option.hint}</span>}
    </ListBoxItem>
  );
}

export function Select<V extends string>({ label, hint, error, options, value, onChange, placeholder, hideLabel = false }: SelectProps<V>) {
  return (
    <AriaSelect className="field" selectedKey={value} onSelectionChange={(key) => { if (key !== null) onChange(key as V); }} isInvalid={Boolean(error)} validationBehavior="aria" placeholder={placeholder ?? messages.ui.choose}>
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {hint && <Text slot="description" className="field-hint">{hint}</Text>}
      <Button className="input select-button"><SelectValue>{({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}</SelectValue><ChevronDown size="1em" aria-hidden /></Button>
      <FieldError text={error} />
      <Popover className="popover" offset={4}>
        <ListBox className="popover-list">{options.map((option) => <OptionItem key={option.value} option={option} />)}</ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface ComboBoxProps<V extends string> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  options: readonly Option<V>[];
  /** What is typed; the caller keeps it. */
  inputValue: string;
  onInputChange: (text: string) => void;
  /** An option was taken. */
  onChoose: (value: V) => void;
  placeholder?: string;
}

/** A field that offers what fits while she types. To let her make a new one, put an option for it among `options`. */
export function ComboBox<V extends string>({ label, hint, error, options, inputValue, onInputChange, onChoose, placeholder }: ComboBoxProps<V>) {
  return (
    <AriaComboBox
      className="field" menuTrigger="focus" allowsEmptyCollection={false} isInvalid={Boolean(error)} validationBehavior="aria"
      items={options} inputValue={inputValue} onInputChange={onInputChange} selectedKey={null} allowsCustomValue
      onSelectionChange={(key) => { if (key !== null) onChoose(key as V); }}
    >
      <Label className="field-label">{label}</Label>
      {hint && <Text slot="description" className="field-hint">{hint}</Text>}
      <Input className="input" dir="auto" placeholder={placeholder} spellCheck={false} />
      <FieldError text={error} />
      <Popover className="popover" offset={4}>
        <ListBox<Option<V>> className="popover-list">{(option) => <ListBoxItem id={option.value} textValue={option.label} className="popover-item"><span>{option.label}</span>{option.hint && <span className="field-hint">{option.hint}</span>}</ListBoxItem>}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}
