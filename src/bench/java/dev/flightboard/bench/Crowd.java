package dev.flightboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** All clients of a run, over a few readers. Its calls come from one thread. */
final class Crowd implements AutoCloseable {

    // Half a server's backlog: a connection beyond it would wait for TCP's retry, a second later.
    private static final int IN_THE_AIR = 500;

    private final Plan plan;
    private final boolean compressed;
    private final List<Reader> readers = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();

    /** @param compressed whether its clients read a compressed stream */
    Crowd(Plan plan, int port, boolean compressed) throws Exception {
        this(plan, port, compressed, 0);
    }

    /** @param receiveBuffer of each connection, in bytes; 0 for as much as Linux likes */
    Crowd(Plan plan, int port, boolean compressed, int receiveBuffer) throws Exception {
        this.plan = plan;
        this.compressed = compressed;
        for (int i = 0; i < Settings.readers(); i++) readers.add(new Reader(port, receiveBuffer));
    }

    /**
     * Connects so many more clients, some hundred at a time.
     *
     * @param airlines the one airline that the i-th client watches; null for the whole board
     */
    void join(int count, IntFunction<String> airlines) throws Exception {
        for (int done = 0; done < count; done += IN_THE_AIR) {
            int from = done;
            joinAtOnce(Math.min(IN_THE_AIR, count - done), i -> airlines.apply(from + i));
            Wait.until("connection of all", () -> connected() == clients.size());
        }
    }

    /** Begins so many more connections, as fast as the machine can. */
    void joinAtOnce(int count, IntFunction<String> airlines) throws Exception {
        List<Client> more = new ArrayList<>();
        for (int i = 0; i < count; i++) more.add(new Client(plan, airlines.apply(i), compressed));
        clients.addAll(more);
        for (int i = 0; i < readers.size(); i++) {
            Reader reader = readers.get(i);
            List<Client> share = share(more, i);
            reader.tell(() -> share.forEach(each -> reader.connect(each, "")));
        }
    }

    /** Cuts all connections, as a proxy that restarts does. */
    void cut() throws Exception {
        for (Reader each : readers) each.tell(each::cut).get();
    }

    /** Begins all connections again, each from the cursor its client has seen. */
    void comeBack() throws Exception {
        for (int i = 0; i < readers.size(); i++) {
            Reader reader = readers.get(i);
            List<Client> share = share(clients, i);
            reader.tell(() -> share.forEach(client -> {
                String seen = client.lastEventId();
                client.reconnected();
                reader.connect(client, "Last-Event-ID: " + seen + "\r\n");
            }));
        }
    }

    /** From now on each client reads so many bytes a second. */
    void slowDown(int bytesPerSecond) throws Exception {
        for (Reader each : readers)
            each.tell(() -> each.slowDown(bytesPerSecond)).get();
    }

    /** From now on all read as fast as they can again. */
    void hurry() throws Exception {
        for (Reader each : readers) each.tell(each::hurry).get();
    }

    private List<Client> share(List<Client> all, int reader) {
        List<Client> share = new ArrayList<>();
        for (int i = reader; i < all.size(); i += readers.size()) share.add(all.get(i));
        return share;
    }

    private int connected() {
        return readers.stream().mapToInt(Reader::connected).sum();
    }

    int size() {
        return clients.size();
    }

    /** How many clients this is true of; asked on their readers' threads. */
    int count(Predicate<Client> question) throws Exception {
        int count = 0;
        for (int i = 0; i < readers.size(); i++) {
            List<Client> share = share(clients, i);
            count += readers.get(i)
                    .ask(() -> (int) share.stream().filter(question).count())
                    .get();
        }
        return count;
    }

    void assumeLatest() throws Exception {
        count(client -> {
            client.assumeLatest();
            return true;
        });
    }

    /** What was counted since this was last asked. */
    Tally take() throws Exception {
        Tally all = new Tally();
        for (Reader reader : readers) all.add(reader.ask(reader::take).get());
        return all;
    }

    @Override
    public void close() {
        readers.forEach(Reader::close);
    }
}
