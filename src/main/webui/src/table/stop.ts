import { createContext, useContext } from 'react';

/** Whether the Tab key stops at a row: at one of them, from where the arrow keys lead to the others. */
export const StopContext = createContext(true);

export const useStop = () => useContext(StopContext);
