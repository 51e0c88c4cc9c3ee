package dev.flightboard.fanout;

import dev.flightboard.board.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one write, encoded once and shared by every subscriber that it goes to. Immutable, except that its compressed
 * forms are made when they are first asked for. Any thread.
 */
public final class Frame {

    enum Kind {
        /** Changes, or {@code live} or {@code stale}; for subscribers that were told all that came before. */
        NEWS,
        /** A whole board, perhaps as it was a little earlier: its reader is brought up to date by the next frame. */
        SNAPSHOT,
        /** {@code live} or {@code stale} once more: a subscriber that is slow does not need it. */
        HEARTBEAT,
        /** {@code stale} because there is no board yet: it has no positions. */
        NOTICE
    }

    private final View view;
    private final Kind kind;
    private final Position from;
    private final Position to;
    private final int events;
    private final Chunk text;
    private final States states;
    private volatile Deflated deflated;

    private Frame(View view, Kind kind, Position from, Position to, int events, Chunk text, States states) {
        this.view = view;
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.events = events;
        this.text = text;
        this.states = states;
    }

    /**
     * @param from the position it continues from; it is for subscribers that were told up to here, or further but not to
     *     {@code to}
     * @param to the position it leads to
     * @param cursor the id of the last event: a browser keeps an id only once it has the whole event; null for none
     * @param states what the events tell
     */
    static Frame of(
            Kind kind, View view, Position from, Position to, List<byte[]> events, String cursor, States states) {
        List<byte[]> parts = new ArrayList<>(events.size() + 1);
        parts.addAll(events);
        if (cursor != null) parts.add(events.size() - 1, EventFormat.id(cursor));
        return new Frame(view, kind, from, to, events.size(), Chunk.of(parts), states);
    }

    /** One event for a subscriber that cannot be given a cursor yet. */
    static Frame notice(View view, byte[] event) {
        return new Frame(view, Kind.NOTICE, null, null, 1, Chunk.of(event), States.NONE);
    }

    /** The view whose subscribers it is for. */
    View view() {
        return view;
    }

    Kind kind() {
        return kind;
    }

    public Position from() {
        return from;
    }

    public Position to() {
        return to;
    }

    /** How many events it holds. */
    public int events() {
        return events;
    }

    /** The events as they are. */
    public Chunk text() {
        return text;
    }

    /** What the events tell of flights. */
    public States states() {
        return states;
    }

    /** The compressed events: as the hub made them for all, or else made here, once for all who are sent this frame. */
    public Deflated deflated() {
        Deflated known = deflated;
        return known != null ? known : deflateAlone();
    }

    private synchronized Deflated deflateAlone() {
        if (deflated == null) deflated = Deflated.alone(text);
        return deflated;
    }

    /** Called by the hub's thread before anybody else has this. */
    void deflated(Deflated common) {
        deflated = common;
    }
}
