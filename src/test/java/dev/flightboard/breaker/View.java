package dev.flightboard.breaker;

/** The filter of a client's requests; null lets all pass. Each flight keeps its airline, and may change its terminal. */
record View(String airline, String terminal) {

    static final View ALL = new View(null, null);

    private static final int AIRLINES = 5;

    static String airlineOf(int flight) {
        return "A" + flight % AIRLINES;
    }

    boolean shows(int flight, Write write) {
        return !write.removed()
                && (airline == null || airline.equals(airlineOf(flight)))
                && (terminal == null || terminal.equals(write.terminal()));
    }

    String query() {
        String query =
                (airline == null ? "" : "&airline=" + airline) + (terminal == null ? "" : "&terminal=" + terminal);
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }
}
