import type { ReactNode } from 'react';
import { PartOfMany } from '../../ui/part-of-many';

export interface NumbersTableProps {
  label: string;
  columns: readonly string[];
  /** A row each; its first cell is its heading. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Of the columns, from 0, those that hold words. */
  inWords?: readonly number[];
}

/** Numbers in columns, that can be moved sideways where there is no room; the first of many, the others on request. */
export function NumbersTable({ label, columns, rows, inWords = [0] }: NumbersTableProps) {
  const look = (index: number): string | undefined => (inWords.includes(index) ? undefined : 'numbers-figure');
  return (
    <div className="numbers-frame" role="group" aria-label={label} tabIndex={0}>
      <PartOfMany all={rows}>{(shown) => (
        <table className="numbers">
          <thead><tr>{columns.map((name, index) => <th key={name} scope="col" className={look(index)}>{name}</th>)}</tr></thead>
          <tbody>{shown.map(({ key, cells: [first, ...rest] }) => <tr key={key}><th scope="row" className={look(0)}>{first}</th>{rest.map((cell, index) => <td key={columns[index + 1]} className={look(index + 1)} dir="auto">{cell}</td>)}</tr>)}</tbody>
        </table>
      )}</PartOfMany>
    </div>
  );
}
