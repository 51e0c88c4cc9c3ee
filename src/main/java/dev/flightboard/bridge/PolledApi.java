package dev.flightboard.bridge;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.RecordReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Polls the whole list, page after page. What it cannot have, it does not take for absent. Used by one thread. */
final class PolledApi {

    // A list that goes on for longer is a circle, or no airport's.
    private static final int MAX_PAGES = 500;

    private final Api api;
    private final Pages pages;

    PolledApi(Api api, RecordReader reader, int requestsPerMinute) {
        this.api = api;
        this.pages = new Pages(api, new PageReader(api, reader), new RateLimit(requestsPerMinute));
    }

    Poll poll() throws InterruptedException {
        Map<String, FlightState> flights = new LinkedHashMap<>();
        Set<String> listed = new HashSet<>();
        List<String> faults = new ArrayList<>();
        String trouble = null;
        Duration retryAfter = Duration.ZERO;
        Set<URI> asked = new HashSet<>();
        try {
            int number = api.firstPage();
            for (URI at = api.first(); at != null; number++) {
                if (!asked.add(at) || asked.size() > MAX_PAGES) throw new PollFailed("its pages lead in a circle");
                Page page = pages.get(at);
                if (page.holdsOnly(listed)) throw new PollFailed("a page came twice, so that another is missing");
                if (page.nameless()) trouble = "there are entries without " + api.key();
                faults.addAll(page.faults());
                page.flights().forEach((id, state) -> {
                    FlightState first = flights.putIfAbsent(id, state);
                    boolean twins = first != null && !first.equals(state);
                    if (twins && faults.size() < PageReader.MAX_FAULTS) faults.add(Page.twins(id));
                });
                listed.addAll(page.flights().keySet());
                listed.addAll(page.unreadable());
                if (api.page() == null) at = page.next();
                else at = page.entries() == 0 ? null : api.page(number + 1);
            }
        } catch (PollFailed failed) {
            trouble = failed.getMessage();
            if (failed.retryAfter() != null) retryAfter = failed.retryAfter();
        }
        pages.forgetAllBut(asked);
        return new Poll(flights, listed, trouble, faults, retryAfter);
    }
}
