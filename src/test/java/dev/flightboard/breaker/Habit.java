package dev.flightboard.breaker;

/**
 * How a client behaves.
 *
 * @param slow reads a little, and pauses
 * @param cuts ends its connections anywhere, and comes back with its cursor
 * @param beginsWithBoard takes {@code /flights}, and the stream from there, each time
 */
record Habit(View view, boolean gzip, boolean slow, boolean cuts, boolean beginsWithBoard) {

    /** Of ten clients, four have the whole board and stay; the others differ in one thing or in several. */
    static Habit of(int number) {
        View terminal = new View(null, String.valueOf(1 + number / 10 % 3));
        View airline = new View("A" + number / 10 % 5, null);
        View both = new View(airline.airline(), terminal.terminal());
        return switch (number % 10) {
            case 3 -> new Habit(terminal, false, false, false, false);
            case 4 -> new Habit(airline, true, false, false, false);
            case 5 -> new Habit(View.ALL, false, true, false, false);
            case 6 -> new Habit(View.ALL, false, false, true, false);
            case 7 -> new Habit(terminal, true, false, true, false);
            case 8 -> new Habit(number % 20 == 8 ? View.ALL : both, false, false, true, true);
            case 9 -> new Habit(View.ALL, true, false, false, false);
            default -> new Habit(View.ALL, false, false, false, false);
        };
    }
}
