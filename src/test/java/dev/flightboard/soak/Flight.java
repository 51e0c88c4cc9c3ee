package dev.flightboard.soak;

/**
 * The newest record of one flight. Its airline never changes, its terminal may.
 *
 * @param writtenAt in epoch milliseconds, the record's time, from which its age counts
 */
record Flight(int number, int version, int terminal, long writtenAt) {

    static final int AIRLINES = 12;
    static final int TERMINALS = 3;

    int airline() {
        return number % AIRLINES;
    }

    String key() {
        return "F" + number;
    }

    /** The gate is the version, and the remark the microsecond in which it was written: both come back to the reader. */
    String json(long micros) {
        return "{\"flight\":\"BA%d\",\"state\":\"landing\",\"gate\":\"%d\",\"terminal\":\"%d\",\"airline\":\"A%d\",\"remark\":\"%d\"}"
                .formatted(number, version, terminal, airline(), micros);
    }
}
