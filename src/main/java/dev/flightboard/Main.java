package dev.flightboard;

import dev.flightboard.command.Commands;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;

/** Starts the service; with arguments, runs a command instead, and starts nothing of the service. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // The service speaks to machines. In some languages Kafka's own code does not find its constants ("CLASSİC"),
        // and numbers in logs have digits that no tool reads.
        Locale.setDefault(Locale.ROOT);
        if (arguments.length > 0) System.exit(Commands.run(arguments));
        Quarkus.run(arguments);
    }
}
