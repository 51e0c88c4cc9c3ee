import { useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Board } from '../board/board';
import { clockOf } from './clock';
import { columns, features } from './columns';
import { inOrder } from './inOrder';

export function Timetable({ board }: { board: Board }) {
  const shown = useMemo(() => columns(clockOf(board.timeZone)), [board.timeZone]);
  const flights = useMemo(() => inOrder(board.flights.values()), [board.flights]);
  const table = useTable({ features, columns: shown, data: flights, getRowId: (flight) => flight.id });

  return (
    <table>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <th key={header.id} scope="col">
                <table.FlexRender header={header} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {row.getAllCells().map((cell) => (
              <td key={cell.id}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
