package dev.flightboard.board;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a subscriber is told, as one line: {@code reset}, {@code flight=state} and {@code -removed}, by id. */
final class Told {

    private Told() {}

    static String by(Changes changes) {
        Stream<String> flights = changes.all().stream()
                .map(each -> each.removed()
                        ? "-" + each.id()
                        : each.id() + "=" + each.state().state())
                .sorted();
        return Stream.concat(changes.reset() ? Stream.of("reset") : Stream.empty(), flights)
                .collect(Collectors.joining(" "));
    }
}
