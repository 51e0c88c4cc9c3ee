package dev.flightboard.support;

import java.util.function.Consumer;

/** The text of an event stream, cut anywhere as it comes, and taken apart into its events. For crowds: it looks at each line once. */
public final class EventText {

    private final StringBuilder unread = new StringBuilder();

    /**
     * What stands between two blank lines.
     *
     * @param name empty where it has none
     * @param data empty where it has none
     * @param id null where it has none
     * @param retryMillis 0 where it has none
     */
    public record Event(String text, String name, String data, String id, long retryMillis) {

        private static Event of(String text) {
            String name = "";
            String data = "";
            String id = null;
            long retryMillis = 0;
            for (String line : text.split("\n")) {
                if (line.startsWith("data: ")) data = line.substring(6);
                else if (line.startsWith("event: ")) name = line.substring(7);
                else if (line.startsWith("id: ")) id = line.substring(4);
                else if (line.startsWith("retry: ")) retryMillis = Long.parseLong(line.substring(7));
            }
            return new Event(text, name, data, id, retryMillis);
        }
    }

    /** Takes more text, and tells of each event that is whole with it. */
    public void read(String more, Consumer<Event> whole) {
        unread.append(more);
        int from = 0;
        for (int end = unread.indexOf("\n\n"); end >= 0; end = unread.indexOf("\n\n", from)) {
            whole.accept(Event.of(unread.substring(from, end)));
            from = end + 2;
        }
        unread.delete(0, from);
    }

    /** What came of an event that is not whole yet. */
    public String unread() {
        return unread.toString();
    }

    /** Begins anew, with another stream. */
    public void clear() {
        unread.setLength(0);
    }
}
