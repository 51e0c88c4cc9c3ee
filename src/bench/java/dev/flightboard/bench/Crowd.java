package dev.flightboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** All clients of a run, over a few readers. Its calls come from one thread. */
final class Crowd implements AutoCloseable {

    // More than the server's backlog in the air would wait for TCP's retry, a second later.
    private static final int IN_THE_AIR = 500;

    private final Plan plan;
    private final List<Reader> readers = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    /**
     * @param airline the one airline it watches; null for the whole board
     */
    record Member(Reader reader, Client client, String airline, Reader.Connection connection) {}

    Crowd(Plan plan, int port) throws Exception {
        this.plan = plan;
        for (int i = 0; i < Settings.readers(); i++) readers.add(new Reader(port));
    }

    /** Connects so many more clients, the i-th to the airline given for i, or null. */
    void join(int count, IntFunction<String> airlines, int bytesPerSecond) throws Exception {
        for (int i = 0; i < count; i++) {
            while (members.size() - connected() >= IN_THE_AIR) Thread.sleep(1);
            add(new Client(plan), airlines.apply(i), "", bytesPerSecond);
        }
        Wait.until("connection of all", () -> connected() == members.size());
    }

    private void add(Client client, String airline, String headers, int bytesPerSecond) throws Exception {
        Reader reader = readers.get(members.size() % readers.size());
        String path = airline == null ? "/events" : "/events?airline=" + airline.replace(" ", "%20");
        Reader.Connection connection = reader.ask(() -> reader.connect(client, path, headers, bytesPerSecond))
                .get();
        members.add(new Member(reader, client, airline, connection));
    }

    private int connected() {
        return readers.stream().mapToInt(Reader::connected).sum();
    }

    int size() {
        return members.size();
    }

    /** How many clients this is true of; asked on their readers' threads. */
    int count(Predicate<Client> question) throws Exception {
        int count = 0;
        for (Reader reader : readers)
            count += reader.ask(() -> counted(reader, question)).get();
        return count;
    }

    private int counted(Reader reader, Predicate<Client> question) {
        int count = 0;
        for (Member each : members) if (each.reader == reader && question.test(each.client)) count++;
        return count;
    }

    void assumeLatest() throws Exception {
        count(client -> {
            client.assumeLatest();
            return true;
        });
    }

    /** How many clients hold, of every flight they watch, the newest state that was sent. */
    int withLatest() throws Exception {
        int count = 0;
        for (Reader reader : readers) {
            count += reader.ask(() -> {
                        int latest = 0;
                        for (Member each : members) if (each.reader == reader && hasLatest(each)) latest++;
                        return latest;
                    })
                    .get();
        }
        return count;
    }

    private boolean hasLatest(Member member) {
        for (int flight = 0; flight < plan.flights(); flight++) {
            boolean watched = member.airline == null || member.airline.equals(plan.airline(flight));
            if (watched && !member.client.hasLatest(flight)) return false;
        }
        return true;
    }

    /** What was counted since this was last asked. */
    Tally take() throws Exception {
        Tally all = new Tally();
        for (Reader reader : readers) all.add(reader.ask(reader::take).get());
        return all;
    }

    @Override
    public void close() {
        for (Reader reader : readers) reader.close();
    }
}
