package dev.flightboard.bench;

import java.io.IOException;
import java.util.function.IntFunction;

/** One contender on a fresh topic, with the plan it is fed and the clients it serves. Its calls come from one thread. */
final class Run implements AutoCloseable {

    // What a producer leaves behind at its end is delivered within this, or never.
    private static final int GRACE_MILLIS = 60_000;

    // A look at the compilers' time; after a change of the rate, until that has settled.
    private static final int SETTLE_MILLIS = 5000;

    // The textbook has no board and no sign of readiness: changes this often, until each client has seen one.
    private static final int PROBES_PER_SECOND = 20;
    private static final int PROBES_PER_AIRLINE = 2;

    // Enough for the textbook's group to form, and for what others need beyond their intervals.
    private static final int SPARE_SECONDS = 60;

    private final Contender contender;
    private final Settings settings;
    private final Broker broker;
    private final Plan plan;
    private final Load load;
    private final Server server;
    private final Crowd crowd;
    private final long idleKib;
    private String wrong;

    /** @param rate the highest in this run, in changes a second */
    Run(Contender contender, Settings settings, Broker broker, int flights, int airlines, int rate, int windowMillis)
            throws Exception {
        System.err.println("… " + contender.label());
        this.contender = contender;
        this.settings = settings;
        this.broker = broker;
        int perSecond = Math.max(rate, probes(airlines));
        plan = new Plan(
                flights, airlines, perSecond * (settings.mostWarmUpSeconds() + settings.seconds() + SPARE_SECONDS));
        String topic = "flight-states-" + System.nanoTime();
        load = new Load(plan, broker.servers(), topic);
        load.open();
        server = contender.start(settings, broker.servers(), topic, windowMillis);
        crowd = new Crowd(plan, server.port(), contender.isCompressed());
        idleKib = server.jvm().residentKib();
    }

    Contender contender() {
        return contender;
    }

    Plan plan() {
        return plan;
    }

    Load load() {
        return load;
    }

    Server server() {
        return server;
    }

    Crowd crowd() {
        return crowd;
    }

    long idleKib() {
        return idleKib;
    }

    /** Returns when so many more clients are up to date. */
    void join(int clients) throws Exception {
        join(clients, client -> null);
    }

    /** @param airlines the one airline that the i-th client watches; null for the whole board */
    void join(int clients, IntFunction<String> airlines) throws Exception {
        crowd.join(clients, airlines);
        if (contender.hasBoard()) {
            Wait.until("the board at all clients", () -> crowd.count(Client::isLive) == crowd.size());
        } else {
            load.start(probes(plan.airlines()));
            Wait.until("a first change at all clients", () -> crowd.count(each -> each.states() > 0) == crowd.size());
            load.stop();
            // What is still on its way would seem to be older than what is taken as known.
            Wait.until("silence", () -> {
                Thread.sleep(500);
                return crowd.take().reads == 0;
            });
            crowd.assumeLatest();
        }
        checked(crowd.take());
    }

    private static int probes(int airlines) {
        return PROBES_PER_SECOND + PROBES_PER_AIRLINE * airlines;
    }

    /** A constant load: warm-up, an interval, and the check of what every client holds in the end. */
    Result measure(int rate) throws Exception {
        return measure(rate, 1);
    }

    /** The same, from a producer that sends one record at a time. */
    Result measureOneByOne(int rate) throws Exception {
        load.startOneByOne(rate);
        warmUp(() -> Thread.sleep(SETTLE_MILLIS));
        return measured(rate, 1);
    }

    /** @param share of all changes that a client wants */
    Result measure(int rate, double share) throws Exception {
        load.start(rate);
        warmUp(() -> Thread.sleep(SETTLE_MILLIS));
        return measured(rate, share);
    }

    /** The same at another rate, once that has settled: the code is compiled. */
    Result measureNext(int rate) throws Exception {
        load.start(rate);
        Thread.sleep(SETTLE_MILLIS);
        return measured(rate, 1);
    }

    /** What the service costs while nobody watches. */
    Sample measureUnwatched(int rate) throws Exception {
        if (rate > 0) load.startOneByOne(rate);
        warmUp(() -> Thread.sleep(SETTLE_MILLIS));
        Sample begun = sample();
        Thread.sleep(settings.seconds() * 1000L);
        Sample interval = sample().since(begun);
        load.stop();
        return interval;
    }

    private Result measured(int rate, double share) throws Exception {
        checked(crowd.take());
        Sample begun = sample();
        Thread.sleep(settings.seconds() * 1000L);
        Tally tally = checked(crowd.take());
        Sample interval = sample().since(begun);
        long residentKib = server.jvm().residentKib();
        load.stop();
        awaitLatest(crowd);
        return new Result(contender, crowd.size(), rate, tally, interval, share, idleKib, residentKib, wrong);
    }

    /** Returns once the code that the work needs is compiled. */
    void warmUp(WarmUp.Work work) throws Exception {
        new WarmUp(settings, server.jvm(), broker.jvm()).with(work);
    }

    Sample sample() throws IOException {
        return Sample.of(server.jvm(), broker.jvm(), plan);
    }

    /** Waits until every client holds the topic's newest state of each flight it watches. */
    void awaitLatest(Crowd of) throws Exception {
        long end = System.nanoTime() + GRACE_MILLIS * 1_000_000L;
        int behind = of.size() - of.count(Client::hasLatest);
        while (behind > 0 && System.nanoTime() < end) {
            Thread.sleep(20);
            behind = of.size() - of.count(Client::hasLatest);
        }
        checked(of.take());
        if (behind > 0 && wrong == null) wrong = behind + " clients never got the newest state";
    }

    /** Keeps the first thing that is wrong. */
    Tally checked(Tally tally) {
        if (tally.violation != null) wrong = tally.violation;
        else if (tally.cut > 0 && wrong == null) wrong = tally.cut + " clients dropped";
        return tally;
    }

    /** What was found wrong until now, or null. */
    String wrong() {
        return wrong;
    }

    @Override
    public void close() {
        crowd.close();
        server.close();
        load.close();
    }
}
