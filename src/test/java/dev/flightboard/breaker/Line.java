package dev.flightboard.breaker;

/** One connection: whose it is, how many bytes of it the client still reads, and when it last read. Owned by the clients' thread. */
final class Line {

    final Client client;
    int left;
    long heardAt = System.currentTimeMillis();

    Line(Client client) {
        this.client = client;
        this.left = client.habit.cuts() ? client.cutAfter() : Integer.MAX_VALUE;
    }
}
