package dev.flightboard.soak;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a client asks for. There are so many that nearly each newcomer's is new to the service.
 *
 * @param airlines a bit for each that it wants
 * @param terminal 0 for any
 */
record Filter(int airlines, int terminal) {

    private static final int ALL_AIRLINES = (1 << Flight.AIRLINES) - 1;

    static final Filter NONE = new Filter(ALL_AIRLINES, 0);

    static Filter any(Random random) {
        return new Filter(1 + random.nextInt(ALL_AIRLINES - 1), random.nextInt(1 + Flight.TERMINALS));
    }

    boolean shows(Flight flight) {
        return (airlines >> flight.airline() & 1) == 1 && (terminal == 0 || terminal == flight.terminal());
    }

    String query() {
        if (equals(NONE)) return "";
        String wanted = IntStream.range(0, Flight.AIRLINES)
                .filter(each -> (airlines >> each & 1) == 1)
                .mapToObj(each -> "airline=A" + each)
                .collect(Collectors.joining("&", "?", ""));
        return terminal == 0 ? wanted : wanted + "&terminal=" + terminal;
    }
}
