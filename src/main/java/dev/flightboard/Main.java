package dev.flightboard;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;

/** Starts the service. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // The service speaks to machines. In some languages Kafka's own code does not find its constants ("CLASSİC"),
        // and
        // numbers in logs have digits that no tool reads.
        Locale.setDefault(Locale.ROOT);
        Quarkus.run(arguments);
    }
}
