package dev.flightboard.breaker;

import dev.flightboard.breaker.Breach.Kind;
import java.util.List;

/** One producer that writes one flight, F0 of airline A0, and one client that is told of it, rightly or wrongly. */
abstract class PlantedBreaches {

    static final View TERMINAL_1 = new View(null, "1");

    final Ledger ledger = new Ledger(2);
    final Tally tally = new Tally();
    final Checker checker = checker(View.ALL);

    Checker checker(View view) {
        return new Checker(ledger, view, 7, true, tally);
    }

    void write(String terminal, long acknowledgedAt) {
        ledger.acknowledged(ledger.next(0, terminal), acknowledgedAt);
    }

    void connect(long at) {
        connect(checker, at);
    }

    static void connect(Checker checker, long at) {
        checker.connected(at);
        checker.reset(at);
        checker.cursor();
    }

    void told(int version, String terminal, long at) {
        told(checker, version, terminal, at);
    }

    static void told(Checker checker, int version, String terminal, long at) {
        checker.state(0, version, View.airlineOf(0), terminal, at);
    }

    /** Another flight changes each second, and the client is told each time. */
    void toldOfAnother(int fromSecond, int toSecond) {
        for (int second = fromSecond; second <= toSecond; second++) {
            Write write = ledger.next(1, "1");
            ledger.acknowledged(write, second * 1_000L);
            checker.state(1, write.version(), View.airlineOf(1), "1", second * 1_000L);
        }
    }

    List<Kind> kinds() {
        return kinds(checker);
    }

    static List<Kind> kinds(Checker checker) {
        return checker.breaches().stream().map(Breach::kind).toList();
    }
}
